package dev.emplace.bench.pricing.search;

import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.search.Requirement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What one writes without an index: look at each offer, and keep the cheapest ones. */
final class LinearScan {

    private record Ranked(BigDecimal rank, Offer offer) {
        private static final Comparator<Ranked> DEAREST_FIRST = Comparator.comparing(Ranked::rank)
                .thenComparing(ranked -> ranked.offer().hourlyPrice().orElseThrow())
                .thenComparing(ranked -> ranked.offer().id())
                .reversed();
    }

    private final List<Offer> offers;

    LinearScan(List<Offer> offers) {
        this.offers = offers;
    }

    List<Offer> cheapest(Requirement requirement, int limit) {
        PriorityQueue<Ranked> kept = new PriorityQueue<>(limit + 1, Ranked.DEAREST_FIRST);
        for (Offer offer : offers) {
            if (requirement.admits(offer)) {
                kept.add(new Ranked(rank(offer, requirement.acceleratorCount()), offer));
                if (kept.size() > limit) {
                    kept.remove();
                }
            }
        }
        List<Offer> cheapest = new ArrayList<>(kept.size());
        while (!kept.isEmpty()) {
            cheapest.add(kept.remove().offer());
        }
        Collections.reverse(cheapest);
        return cheapest;
    }

    private static BigDecimal rank(Offer offer, int accelerators) {
        if (accelerators == 0) {
            return offer.pricePerAcceleratorHour().orElseThrow().amount();
        }
        BigDecimal machines = BigDecimal.valueOf(accelerators)
                .divide(offer.instance().acceleratorCount(), 0, RoundingMode.CEILING)
                .max(BigDecimal.valueOf(offer.minimumInstances()));
        return offer.hourlyPrice().orElseThrow().amount().multiply(machines);
    }
}
