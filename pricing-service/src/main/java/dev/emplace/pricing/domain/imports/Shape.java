package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.offers.Instance;

/** What machine a row is about. */
sealed interface Shape {

    /**
     * The machine is known.
     *
     * @param repaired whether the source misstated the accelerator's memory
     */
    record Known(Instance instance, boolean repaired) implements Shape {}

    /** The catalog knows the machine, and the source contradicts it. */
    record Disputed(Instance instance, String note) implements Shape {}

    record Unknown(QuarantineReason reason, String note) implements Shape {}
}
