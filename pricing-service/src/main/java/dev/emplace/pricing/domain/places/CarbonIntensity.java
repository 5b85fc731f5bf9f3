package dev.emplace.pricing.domain.places;

import java.math.BigDecimal;

/** Emissions of a region's grid in grams of CO2 equivalent per kWh, and who says so. */
public record CarbonIntensity(BigDecimal gramsPerKilowattHour, String source) {
    public CarbonIntensity {
        if (gramsPerKilowattHour.signum() < 0) {
            throw new IllegalArgumentException(
                    "grams_co2e_per_kwh is " + gramsPerKilowattHour + ", but must not be negative");
        }
    }
}
