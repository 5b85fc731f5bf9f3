package dev.emplace.pricing.domain.ownership;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What owning one node costs.
 *
 * @param purchase price of the node with its share of the fabric, its residual, the cost of capital, its life
 * @param rentPerKilowattMonth for provisioned power and the space, cooling and security that come with it
 * @param provisionedWatts that the rent is charged on, used or not
 * @param energyIncludedInRent true where the rent covers the energy
 * @param energy draw, PUE and price, unless a caller knows better
 * @param operationsShare of the purchase price, a year: staff, spares, support
 */
public record OwnershipTariff(
        String currency,
        Annuity purchase,
        BigDecimal rentPerKilowattMonth,
        long provisionedWatts,
        boolean energyIncludedInRent,
        EnergyUse energy,
        BigDecimal operationsShare) {

    /** 365 days; the twelfth of it, 730, is a month. */
    public static final BigDecimal HOURS_PER_YEAR = BigDecimal.valueOf(8760);

    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);

    public OwnershipTariff {
        if (rentPerKilowattMonth.signum() < 0) {
            throw new IllegalArgumentException(
                    "rent_per_kilowatt_month is " + rentPerKilowattMonth + ", but must not be negative");
        }
        if (provisionedWatts < 1) {
            throw new IllegalArgumentException("provisioned_watts is " + provisionedWatts + ", but must be positive");
        }
        if (operationsShare.signum() < 0 || operationsShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "operations_share is " + operationsShare + ", but is a fraction of the price a year and at most 1");
        }
    }

    /** What one node costs by the hour, running or not, with the tariff's own energy or the caller's. */
    public HourlyCost hourly(Optional<EnergyUse> known) {
        return new HourlyCost(
                perHour(purchase.perYear()),
                perHour(rentPerYear()),
                energyIncludedInRent ? BigDecimal.ZERO : known.orElse(energy).perHour(),
                perHour(purchase.capital().multiply(operationsShare, PRECISION)));
    }

    /** From purchase to the end of its use. */
    public Duration life() {
        return Duration.ofHours(HOURS_PER_YEAR.longValueExact() * purchase.years());
    }

    private BigDecimal rentPerYear() {
        return rentPerKilowattMonth
                .multiply(BigDecimal.valueOf(provisionedWatts, 3), PRECISION)
                .multiply(MONTHS_PER_YEAR, PRECISION);
    }

    private static BigDecimal perHour(BigDecimal perYear) {
        return perYear.divide(HOURS_PER_YEAR, PRECISION);
    }
}
