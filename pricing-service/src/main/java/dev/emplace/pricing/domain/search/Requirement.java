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
 * @param dates of capacity blocks
 */
public record Requirement(
        MachineRequirement machine,
        PlaceRequirement place,
        int acceleratorCount,
        Set<CommercialModel> models,
        Set<Partition> partitions,
        Optional<Money> maximumUnitPrice,
        Dates dates) {

    public static final Requirement ANY = new Requirement(
            MachineRequirement.ANY, PlaceRequirement.ANY, 0, Set.of(), Set.of(), Optional.empty(), Dates.ANY);

    public Requirement {
        models = Set.copyOf(models);
        partitions = partitions.isEmpty() ? Set.of(Partition.COMMERCIAL) : Set.copyOf(partitions);
    }

    /** Of nothing that has dates. */
    public Requirement(
            MachineRequirement machine,
            PlaceRequirement place,
            int acceleratorCount,
            Set<CommercialModel> models,
            Set<Partition> partitions,
            Optional<Money> maximumUnitPrice) {
        this(machine, place, acceleratorCount, models, partitions, maximumUnitPrice, Dates.NONE);
    }

    public Requirement withAcceleratorCount(int count) {
        return new Requirement(machine, place, count, models, partitions, maximumUnitPrice, dates);
    }

    public Requirement withModels(Set<CommercialModel> others) {
        return new Requirement(machine, place, acceleratorCount, others, partitions, maximumUnitPrice, dates);
    }

    /** Whether this offer meets every condition, taken one by one: what every index has to agree with. */
    public boolean admits(Offer offer) {
        return partitions.contains(offer.region().partition())
                && (models.isEmpty() || models.contains(offer.model()))
                && dates.admit(Dates.of(offer))
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
