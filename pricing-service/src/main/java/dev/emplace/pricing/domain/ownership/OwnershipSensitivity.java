package dev.emplace.pricing.domain.ownership;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one input, lowered and raised by a step, makes of the price of a useful accelerator-hour, the others standing
 * still.
 *
 * @param input as formulas call it
 * @param atLow the price at the lower value
 * @param atHigh the price at the higher value
 */
public record OwnershipSensitivity(String input, BigDecimal low, BigDecimal high, BigDecimal atLow, BigDecimal atHigh) {

    public static final String UTILIZATION = "utilization";

    /**
     * The strongest first. Inputs that cannot move, such as a residual of zero, are left out.
     *
     * @param step as a share of the input, above 0 and below 1; a life moves by a year
     */
    public static List<OwnershipSensitivity> of(OwnershipCase ownership, BigDecimal utilization, BigDecimal step) {
        var lower = BigDecimal.ONE.subtract(step);
        var higher = BigDecimal.ONE.add(step);
        var found = new ArrayList<OwnershipSensitivity>();
        for (var input : OwnershipInput.values()) {
            var low = ownership.scaled(input, lower);
            var high = ownership.scaled(input, higher);
            if (low.compareTo(high) != 0) {
                found.add(new OwnershipSensitivity(
                        input.symbol(),
                        low,
                        high,
                        ownership.with(input, low).perUsefulAcceleratorHour(utilization),
                        ownership.with(input, high).perUsefulAcceleratorHour(utilization)));
            }
        }
        var less = utilization.multiply(lower);
        var more = utilization.multiply(higher).min(BigDecimal.ONE);
        found.add(new OwnershipSensitivity(
                UTILIZATION,
                less,
                more,
                ownership.perUsefulAcceleratorHour(less),
                ownership.perUsefulAcceleratorHour(more)));
        found.sort(Comparator.comparing(OwnershipSensitivity::span).reversed());
        return found;
    }

    private BigDecimal span() {
        return atHigh.subtract(atLow).abs();
    }
}
