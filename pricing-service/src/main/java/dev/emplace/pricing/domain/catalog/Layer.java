package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.offers.OfferNames;
import dev.emplace.pricing.domain.search.OfferIndex;
import dev.emplace.pricing.domain.search.RankedPosition;
import dev.emplace.pricing.domain.search.Ranking;
import dev.emplace.pricing.domain.search.Requirement;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Offers that lie over others.
 *
 * @param offers what it says
 * @param replaced ids of the offers that what lies below no longer speaks for; those of its own offers are among them
 */
record Layer(SnapshotBase offers, Set<String> replaced) {

    static final Layer EMPTY = new Layer(SnapshotBase.EMPTY, Set.of());

    boolean isEmpty() {
        return replaced.isEmpty();
    }

    /** How many offers more there are with it than without; fewer where it is below zero. */
    int addedTo(Predicate<String> below) {
        return offers.byId().size()
                - Math.toIntExact(replaced.stream().filter(below).count());
    }

    /** A ranking of what lies below, with this in the place of some of it. */
    Ranking over(Ranking below, Requirement requirement, Optional<RankedPosition> after) {
        return isEmpty()
                ? below
                : OfferIndex.overlaid(below, replaced, offers.index().rank(requirement, after));
    }

    /**
     * The same with offers laid over it that came or went. Which of several for one thing counts can be told only beside
     * each other, so all that lies below of a thing comes along.
     *
     * @param below what everything that lies below says of a thing
     */
    Layer with(Collection<StandingOffer> come, Collection<String> gone, Function<String, Stream<StandingOffer>> below) {
        if (come.isEmpty() && gone.isEmpty()) {
            return this;
        }
        var hidden = new HashSet<>(replaced);
        var laid = new TreeMap<>(offers.byId());
        Stream.concat(come.stream().map(StandingOffer::id), gone.stream())
                .map(OfferNames::thingOf)
                .distinct()
                .flatMap(below)
                .filter(each -> hidden.add(each.id()))
                .forEach(each -> laid.put(each.id(), each));
        hidden.addAll(gone);
        gone.forEach(laid::remove);
        come.forEach(each -> {
            hidden.add(each.id());
            laid.put(each.id(), each);
        });
        return new Layer(new SnapshotBase(laid.values()), hidden);
    }
}
