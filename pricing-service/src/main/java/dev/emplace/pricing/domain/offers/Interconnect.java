package dev.emplace.pricing.domain.offers;

import java.util.OptionalInt;

/** The training fabric between instances, and how many gigabits per second one instance has of it, where stated. */
public record Interconnect(Fabric fabric, OptionalInt gigabitsPerSecond) {

    public Interconnect {
        if (gigabitsPerSecond.isPresent() && gigabitsPerSecond.getAsInt() <= 0) {
            throw new IllegalArgumentException(
                    "gigabits_per_second is " + gigabitsPerSecond.getAsInt() + ", but must be positive");
        }
    }

    /** For people: {@code InfiniBand 3200 Gbit/s}. */
    public String description() {
        return gigabitsPerSecond.isPresent()
                ? fabric.displayName() + " " + gigabitsPerSecond.getAsInt() + " Gbit/s"
                : fabric.displayName();
    }
}
