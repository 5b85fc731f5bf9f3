package dev.emplace.power.domain.topology;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a site finds around it: jurisdiction, place, energy and climate.
 *
 * @param country ISO 3166-1 alpha-2
 * @param usdPerKilowattHour price of energy
 * @param gramsCarbonPerKilowattHour CO2 equivalent; 0 where unknown
 */
public record Surroundings(
        String country,
        double latitude,
        double longitude,
        BigDecimal usdPerKilowattHour,
        int gramsCarbonPerKilowattHour,
        Optional<Climate> climate) {

    /** Outdoor dry bulb in degrees Celsius: of the design day, and the mean of a typical year. */
    public record Climate(double designCelsius, double meanCelsius) {}
}
