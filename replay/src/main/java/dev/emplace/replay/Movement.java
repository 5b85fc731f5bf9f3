package dev.emplace.replay;

import dev.emplace.replay.domain.Listing;
import dev.emplace.replay.domain.Listing.Kind;
import dev.emplace.replay.domain.Listing.Sale;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Prices of one kind that are all lower, or all higher. Moving every price alike would change no share. */
record Movement(String name, Predicate<Listing> which, double factor) {

    private static final double STEP = 0.3;

    static List<Movement> all() {
        return Stream.of(
                        both(
                                "hyperscalers on demand",
                                Contest.on(Kind.HYPERSCALER).and(Contest.sold(Sale.ON_DEMAND))),
                        both("spot", Contest.sold(Sale.SPOT)),
                        both("GPU clouds", Contest.on(Kind.GPU_CLOUD)),
                        both("our own sites", Contest.sold(Sale.OWNED)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Movement> both(String name, Predicate<Listing> which) {
        return List.of(
                new Movement(name + " 30% cheaper", which, 1 - STEP),
                new Movement(name + " 30% dearer", which, 1 + STEP));
    }

    Listing applied(Listing listing) {
        return which.test(listing) ? listing.times(factor) : listing;
    }
}
