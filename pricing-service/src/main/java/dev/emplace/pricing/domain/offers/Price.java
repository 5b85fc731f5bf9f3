package dev.emplace.pricing.domain.offers;

import dev.emplace.pricing.domain.money.Money;

/** What one instance costs by the hour, or why that is not known. */
public sealed interface Price {

    /** Per instance and hour, everything bundled included. */
    record Hourly(Money perInstance) implements Price {
        public Hourly {
            if (!perInstance.isPositive()) {
                throw new IllegalArgumentException("price_per_hour is " + perInstance
                        + ", but must be above zero; a price that is not known is absent, with its reason");
            }
        }
    }

    /** No price, and why; {@code note} says more in words. */
    record Absent(AbsenceReason reason, String note) implements Price {}
}
