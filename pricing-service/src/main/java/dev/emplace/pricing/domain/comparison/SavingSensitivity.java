package dev.emplace.pricing.domain.comparison;

import java.math.BigDecimal;

/**
 * What one input, lowered and raised, makes of a saving, the others standing still.
 *
 * @param input {@code utilization}, {@code price}, {@code baseline_price}, or an input of the cost of ownership
 */
public record SavingSensitivity(
        String input, BigDecimal low, BigDecimal high, BigDecimal savingAtLow, BigDecimal savingAtHigh) {

    /** Whether the step turns a saving into a loss, or the other way. */
    public boolean flips() {
        return savingAtLow.signum() * savingAtHigh.signum() < 0;
    }

    BigDecimal span() {
        return savingAtHigh.subtract(savingAtLow).abs();
    }
}
