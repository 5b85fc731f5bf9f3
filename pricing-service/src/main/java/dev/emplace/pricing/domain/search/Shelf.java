package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.places.Partition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * Offers that differ only in place and price, cheapest machine first. On one shelf the cheapest machine is also the
 * cheapest accelerator and the cheapest way to any number of accelerators, so a ranking only has to merge shelves.
 */
final class Shelf {

    private static final int DECIMALS = 9;

    /** What the offers of a shelf have in common. */
    record Label(
            String acceleratorId,
            BigDecimal acceleratorsPerMachine,
            int minimumInstances,
            CommercialModel model,
            Partition partition,
            boolean fabric) {

        static Label of(Offer offer) {
            var instance = offer.instance();
            return new Label(
                    instance.accelerator().map(Accelerator::id).orElse(""),
                    instance.acceleratorCount(),
                    offer.minimumInstances(),
                    offer.model(),
                    offer.region().partition(),
                    instance.interconnect().isPresent());
        }
    }

    private final Label label;
    private final Instance sample;
    private final long nanoAcceleratorsPerMachine;
    private final Row everywhere;
    private final Row[] byRegion;

    Shelf(Label label, Instance sample, Row everywhere, Row[] byRegion) {
        this.label = label;
        this.sample = sample;
        this.nanoAcceleratorsPerMachine = label.acceleratorsPerMachine()
                .setScale(DECIMALS, RoundingMode.FLOOR)
                .unscaledValue()
                .longValueExact();
        this.everywhere = everywhere;
        this.byRegion = byRegion;
    }

    boolean admits(Requirement requirement) {
        return requirement.partitions().contains(label.partition())
                && admitsModel(requirement.models())
                && requirement.machine().admits(sample);
    }

    private boolean admitsModel(Set<CommercialModel> models) {
        return models.isEmpty() || models.contains(label.model());
    }

    /** Machines to buy for so many accelerators: whole ones, and never fewer than are sold together. */
    long machinesFor(int accelerators) {
        var wanted = accelerators * 1_000_000_000L;
        return Math.max(
                label.minimumInstances(), (wanted + nanoAcceleratorsPerMachine - 1) / nanoAcceleratorsPerMachine);
    }

    Row everywhere() {
        return everywhere;
    }

    Row[] byRegion() {
        return byRegion;
    }
}
