package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Window;
import dev.emplace.pricing.domain.places.Partition;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the offers of one row have in common, so that they differ only in place and price: then the cheapest machine is
 * also the cheapest accelerator, and the cheapest way to any number of accelerators.
 *
 * @param acceleratorsPerMachine in billionths, since instances sell fractions
 */
record Shelf(
        String acceleratorId,
        long memoryBytes,
        long acceleratorsPerMachine,
        int minimumInstances,
        CommercialModel model,
        Partition partition,
        boolean fabric,
        boolean runsModels,
        Optional<Window> dates) {

    static final int DECIMALS = 9;
    private static final long ONE = 1_000_000_000L;

    static Shelf of(Offer offer) {
        var instance = offer.instance();
        return new Shelf(
                instance.accelerator().map(Accelerator::id).orElse(""),
                instance.accelerator().map(Accelerator::memoryBytes).orElse(0L),
                billionths(instance.acceleratorCount()),
                offer.minimumInstances(),
                offer.model(),
                offer.region().partition(),
                instance.interconnect().isPresent(),
                instance.accelerator()
                        .map(accelerator -> accelerator.kind().runsModels())
                        .orElse(true),
                Dates.of(offer));
    }

    /** Machines to buy for so many accelerators: whole ones, and never fewer than are sold together. */
    long machinesFor(int accelerators) {
        return Math.max(minimumInstances, (accelerators * ONE + acceleratorsPerMachine - 1) / acceleratorsPerMachine);
    }

    /** Rounded down; nothing is sold in shares so small that it shows. */
    private static long billionths(BigDecimal count) {
        return count.scale() <= 0
                ? count.longValue() * ONE
                : count.movePointRight(DECIMALS).longValue();
    }
}
