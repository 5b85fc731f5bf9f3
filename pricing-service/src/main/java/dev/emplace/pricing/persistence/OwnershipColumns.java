package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.ownership.Annuity;
import dev.emplace.pricing.domain.ownership.EnergyUse;
import dev.emplace.pricing.domain.ownership.OwnershipTariff;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** The columns of a cost of ownership, all null for what is rented. */
@Embeddable
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class OwnershipColumns {

    @Column(name = "owned_capital")
    BigDecimal capital;

    @Column(name = "owned_residual")
    BigDecimal residual;

    @Column(name = "owned_rate")
    BigDecimal rate;

    @Column(name = "owned_life_years")
    Integer lifeYears;

    @Column(name = "owned_rent_per_kw_month")
    BigDecimal rentPerKilowattMonth;

    @Column(name = "owned_provisioned_watts")
    Long provisionedWatts;

    @Column(name = "owned_energy_included")
    Boolean energyIncluded;

    @Column(name = "owned_mean_watts")
    BigDecimal meanWatts;

    @Column(name = "owned_pue")
    BigDecimal pue;

    @Column(name = "owned_price_per_kwh")
    BigDecimal pricePerKilowattHour;

    @Column(name = "owned_operations_share")
    BigDecimal operationsShare;

    OwnershipTariff toDomain(String currency) {
        return new OwnershipTariff(
                currency,
                new Annuity(capital, residual, rate, lifeYears),
                rentPerKilowattMonth,
                provisionedWatts,
                energyIncluded,
                new EnergyUse(meanWatts, pue, pricePerKilowattHour),
                operationsShare);
    }
}
