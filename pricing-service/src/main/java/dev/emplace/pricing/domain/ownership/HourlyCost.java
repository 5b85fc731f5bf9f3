package dev.emplace.pricing.domain.ownership;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import java.math.BigDecimal;

/** The four parts of what one owned node costs by the hour, exact and in the tariff's currency. */
public record HourlyCost(BigDecimal capital, BigDecimal rent, BigDecimal energy, BigDecimal operations) {

    public BigDecimal total() {
        return capital.add(rent, PRECISION).add(energy, PRECISION).add(operations, PRECISION);
    }

    /** Of one accelerator in an hour that it is used: the node's cost spread over its accelerators' useful hours. */
    public BigDecimal perUsefulAcceleratorHour(BigDecimal accelerators, BigDecimal utilization) {
        return total().divide(accelerators.multiply(utilization, PRECISION), PRECISION);
    }
}
