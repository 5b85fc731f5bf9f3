package dev.emplace.pricing.domain.search;

import java.util.Set;

/** The conditions of a requirement on a shelf, as numbers: asked of thousands of shelves in one search. */
final class ShelfFilter {

    private final long minimumMemoryBytes;
    private final long minimumPerMachine;
    private final int models;
    private final int partitions;
    private final boolean fabricRequired;

    ShelfFilter(Requirement requirement) {
        var machine = requirement.machine();
        minimumMemoryBytes = machine.minimumMemoryBytes();
        minimumPerMachine = machine.minimumPerMachine() * 1_000_000_000L;
        fabricRequired = machine.fabricRequired();
        models = requirement.models().isEmpty() ? -1 : bits(requirement.models());
        partitions = bits(requirement.partitions());
    }

    boolean admits(Shelf shelf) {
        return shelf.memoryBytes() >= minimumMemoryBytes
                && shelf.acceleratorsPerMachine() >= minimumPerMachine
                && (models & bit(shelf.model())) != 0
                && (partitions & bit(shelf.partition())) != 0
                && (shelf.fabric() || !fabricRequired);
    }

    private static int bits(Set<? extends Enum<?>> choices) {
        int bits = 0;
        for (var choice : choices) {
            bits |= bit(choice);
        }
        return bits;
    }

    private static int bit(Enum<?> choice) {
        return 1 << choice.ordinal();
    }
}
