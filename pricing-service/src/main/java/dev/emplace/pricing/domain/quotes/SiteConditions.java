package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.ownership.EnergyUse;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is known of a site's power, better than a tariff knows it. What is absent is taken from the tariff.
 *
 * @param acceleratorId that the draw holds for; absent for any
 * @param wattsPerAccelerator mean at the wall, the host's share included
 */
public record SiteConditions(
        String siteId,
        Optional<String> acceleratorId,
        Optional<BigDecimal> wattsPerAccelerator,
        Optional<BigDecimal> pue,
        Optional<BigDecimal> pricePerKilowattHour) {

    EnergyUse applyTo(EnergyUse tariff, BigDecimal acceleratorsPerMachine) {
        return new EnergyUse(
                wattsPerAccelerator
                        .map(watts -> watts.multiply(acceleratorsPerMachine))
                        .orElse(tariff.meanWatts()),
                pue.orElse(tariff.pue()),
                pricePerKilowattHour.orElse(tariff.pricePerKilowattHour()));
    }
}
