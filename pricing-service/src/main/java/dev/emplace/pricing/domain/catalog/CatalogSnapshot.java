package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.accelerators.AliasTable;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.OfferNames;
import dev.emplace.pricing.domain.search.RankedPosition;
import dev.emplace.pricing.domain.search.Ranking;
import dev.emplace.pricing.domain.search.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The catalog at one revision and time: immutable, read by any number of threads without a lock. A large base stays as it
 * is while small changes are laid over it, until they are too many.
 */
public final class CatalogSnapshot {

    /** Changes that may lie over a base: each costs a search a little, and a new base costs much. */
    private static final int MOST_OVERLAID = 1_000;

    private final AliasTable accelerators;
    private final BookMark mark;
    private final SnapshotBase base;
    private final SnapshotBase overlay;

    /** Ids of offers that the base no longer speaks for. */
    private final Set<String> replaced;

    private final boolean past;

    public CatalogSnapshot(AliasTable accelerators, PublishedOffers published) {
        this(
                accelerators,
                published.mark(),
                new SnapshotBase(published.standing().stream()
                        .map(published.mark()::seen)
                        .toList()),
                SnapshotBase.EMPTY,
                Set.of(),
                false);
    }

    private CatalogSnapshot(
            AliasTable accelerators,
            BookMark mark,
            SnapshotBase base,
            SnapshotBase overlay,
            Set<String> replaced,
            boolean past) {
        this.accelerators = accelerators;
        this.mark = mark;
        this.base = base;
        this.overlay = overlay;
        this.replaced = replaced;
        this.past = past;
    }

    /** What held at another time, or was believed at one. */
    public static CatalogSnapshot ofThePast(AliasTable accelerators, PublishedOffers published) {
        var base = new SnapshotBase(published.standing());
        return new CatalogSnapshot(accelerators, published.mark(), base, SnapshotBase.EMPTY, Set.of(), true);
    }

    public boolean isPast() {
        return past;
    }

    public long revision() {
        return mark.revision();
    }

    public BookMark mark() {
        return mark;
    }

    public AliasTable accelerators() {
        return accelerators;
    }

    public int size() {
        var hidden = replaced.stream().filter(base.byId()::containsKey).count();
        return base.byId().size() - Math.toIntExact(hidden) + overlay.byId().size();
    }

    public Optional<Offer> offer(String id) {
        return standing(id).map(StandingOffer::offer);
    }

    private Optional<StandingOffer> standing(String id) {
        var speaks = replaced.contains(id) ? overlay : base;
        return Optional.ofNullable(speaks.byId().get(id));
    }

    /** The offers that meet a requirement, in order of their ids, those without a price too. */
    public List<Offer> list(Requirement requirement, Optional<String> afterId, int limit) {
        var merged = new TreeMap<String, Offer>();
        standing(base, requirement, afterId, replaced, limit, merged);
        standing(overlay, requirement, afterId, Set.of(), limit, merged);
        return merged.values().stream().limit(limit).toList();
    }

    private static void standing(
            SnapshotBase from,
            Requirement requirement,
            Optional<String> afterId,
            Set<String> without,
            int limit,
            Map<String, Offer> into) {
        var rest = afterId.isPresent() ? from.byId().tailMap(afterId.get(), false) : from.byId();
        rest.values().stream()
                .map(StandingOffer::offer)
                .filter(offer -> !without.contains(offer.id()) && requirement.admits(offer))
                .limit(limit)
                .forEach(offer -> into.put(offer.id(), offer));
    }

    /** The offers that meet a requirement and have a price, cheapest first. */
    public Ranking rank(Requirement requirement, Optional<RankedPosition> after) {
        return replaced.isEmpty()
                ? base.index().rank(requirement, after)
                : base.index().rank(requirement, after, replaced, overlay.index());
    }

    /** All offers that hold, in no order. */
    public List<Offer> offers() {
        return standing(replaced, overlay.byId().values()).stream()
                .map(StandingOffer::offer)
                .toList();
    }

    /** With changes: laid over the base while they are few, which takes little; else on a base of their own. */
    public CatalogSnapshot with(BookChanges changes) {
        var hidden = new HashSet<>(replaced);
        var laid = new TreeMap<>(overlay.byId());
        changes.ids().map(OfferNames::thingOf).distinct().forEach(thing -> lay(thing, hidden, laid));
        hidden.addAll(changes.gone());
        changes.gone().forEach(laid::remove);
        for (var change : changes.standing()) {
            hidden.add(change.offer().id());
            laid.put(change.offer().id(), changes.mark().seen(change));
        }
        if (hidden.size() > MOST_OVERLAID) {
            return new CatalogSnapshot(
                    accelerators, new PublishedOffers(changes.mark(), standing(hidden, laid.values())));
        }
        return new CatalogSnapshot(accelerators, changes.mark(), base, new SnapshotBase(laid.values()), hidden, false);
    }

    /** Moves all that the base says of a thing into the overlay: which of them counts can be told only beside each other. */
    private void lay(String thing, Set<String> hidden, Map<String, StandingOffer> laid) {
        for (var each : base.of(thing)) {
            if (hidden.add(each.offer().id())) {
                laid.put(each.offer().id(), each);
            }
        }
    }

    /** The same on a base of its own, each offer as old as its feed's last reading makes it. */
    public CatalogSnapshot rebased() {
        return new CatalogSnapshot(
                accelerators,
                new PublishedOffers(mark, standing(replaced, overlay.byId().values())));
    }

    private List<StandingOffer> standing(Set<String> hidden, Collection<StandingOffer> laid) {
        var all = new ArrayList<StandingOffer>(base.byId().size() + laid.size());
        base.byId().values().stream()
                .filter(each -> !hidden.contains(each.offer().id()))
                .forEach(all::add);
        all.addAll(laid);
        return all;
    }
}
