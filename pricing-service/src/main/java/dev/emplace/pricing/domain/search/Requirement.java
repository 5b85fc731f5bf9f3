package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.places.Partition;
import java.util.Optional;
import java.util.Set;

/**
 * What an offer must be.
 *
 * @param acceleratorCount needed in all; ranks offers by what so many cost in whole machines. 0: any number will do
 * @param partitions empty stands for the commercial one only
 * @param maximumUnitPrice of one accelerator-hour
 */
public record Requirement(
        MachineRequirement machine,
        PlaceRequirement place,
        int acceleratorCount,
        Set<CommercialModel> models,
        Set<Partition> partitions,
        Optional<Money> maximumUnitPrice) {

    public static final Requirement ANY =
            new Requirement(MachineRequirement.ANY, PlaceRequirement.ANY, 0, Set.of(), Set.of(), Optional.empty());

    public Requirement {
        models = Set.copyOf(models);
        partitions = partitions.isEmpty() ? Set.of(Partition.COMMERCIAL) : Set.copyOf(partitions);
    }

    public Requirement withAcceleratorCount(int count) {
        return new Requirement(machine, place, count, models, partitions, maximumUnitPrice);
    }

    public Requirement withModels(Set<CommercialModel> others) {
        return new Requirement(machine, place, acceleratorCount, others, partitions, maximumUnitPrice);
    }

    /** Whether this offer meets every condition, taken one by one: what every index has to agree with. */
    public boolean admits(Offer offer) {
        return partitions.contains(offer.region().partition())
                && (models.isEmpty() || models.contains(offer.model()))
                && machine.admits(offer.instance())
                && place.admits(offer.region())
                && maximumUnitPrice.map(maximum -> atMost(maximum, offer)).orElse(true);
    }

    private static boolean atMost(Money maximum, Offer offer) {
        return offer.pricePerAcceleratorHour()
                .filter(price -> price.currency().equals(maximum.currency()))
                .filter(price -> price.compareTo(maximum) <= 0)
                .isPresent();
    }
}
