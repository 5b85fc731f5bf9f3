package dev.emplace.pricing.domain.ownership;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import java.math.BigDecimal;

/**
 * What a node draws and what that costs.
 *
 * @param meanWatts at the wall, mean over time, idle hours included
 * @param pue facility watts per watt at the wall
 * @param pricePerKilowattHour in the tariff's currency
 */
public record EnergyUse(BigDecimal meanWatts, BigDecimal pue, BigDecimal pricePerKilowattHour) {

    private static final BigDecimal WATTS_PER_KILOWATT = BigDecimal.valueOf(1000);
    static final BigDecimal WORST_PUE = BigDecimal.TEN;

    public EnergyUse {
        if (meanWatts.signum() < 0) {
            throw new IllegalArgumentException("mean_watts is " + meanWatts + ", but must not be negative");
        }
        if (pue.compareTo(BigDecimal.ONE) < 0 || pue.compareTo(WORST_PUE) > 0) {
            throw new IllegalArgumentException("pue is " + pue + ", but must lie within 1 and " + WORST_PUE);
        }
        if (pricePerKilowattHour.signum() < 0) {
            throw new IllegalArgumentException(
                    "price_per_kilowatt_hour is " + pricePerKilowattHour + ", but must not be negative");
        }
    }

    /** kW × PUE × price per kWh. */
    public BigDecimal perHour() {
        return meanWatts
                .divide(WATTS_PER_KILOWATT, PRECISION)
                .multiply(pue, PRECISION)
                .multiply(pricePerKilowattHour, PRECISION);
    }
}
