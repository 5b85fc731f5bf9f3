package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.places.Partition;
import java.util.EnumSet;

/** The conditions of a requirement on a shelf in their cheapest form: one search asks them of many shelves. */
final class ShelfFilter {

    private static final long BILLION = 1_000_000_000L;

    private final long minimumMemoryBytes;
    private final long minimumPerMachine;
    private final EnumSet<CommercialModel> models;
    private final EnumSet<Partition> partitions;
    private final boolean fabricRequired;
    private final boolean named;
    private final Dates dates;

    ShelfFilter(Requirement requirement) {
        var machine = requirement.machine();
        minimumMemoryBytes = machine.minimumMemoryBytes();
        minimumPerMachine = machine.minimumPerMachine() * BILLION;
        fabricRequired = machine.fabricRequired();
        dates = requirement.dates();
        named = !machine.acceleratorIds().isEmpty();
        models = requirement.models().isEmpty()
                ? EnumSet.allOf(CommercialModel.class)
                : EnumSet.copyOf(requirement.models());
        partitions = EnumSet.copyOf(requirement.partitions());
    }

    boolean admits(Shelf shelf) {
        return shelf.memoryBytes() >= minimumMemoryBytes
                && shelf.acceleratorsPerMachine() >= minimumPerMachine
                && models.contains(shelf.model())
                && partitions.contains(shelf.partition())
                && (shelf.fabric() || !fabricRequired)
                && (shelf.runsModels() || named)
                && dates.admit(shelf.dates());
    }
}
