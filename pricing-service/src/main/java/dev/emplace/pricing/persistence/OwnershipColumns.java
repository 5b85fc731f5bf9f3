package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.ownership.Annuity;
import dev.emplace.pricing.domain.ownership.EnergyUse;
import dev.emplace.pricing.domain.ownership.OwnershipTariff;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

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

    /** Of a row that is read in bulk, without Hibernate; empty for what is rented. */
    static Optional<OwnershipColumns> read(ResultSet row) throws SQLException {
        var capital = row.getBigDecimal("owned_capital");
        if (capital == null) {
            return Optional.empty();
        }
        var columns = new OwnershipColumns();
        columns.capital = capital;
        columns.residual = row.getBigDecimal("owned_residual");
        columns.rate = row.getBigDecimal("owned_rate");
        columns.lifeYears = row.getInt("owned_life_years");
        columns.rentPerKilowattMonth = row.getBigDecimal("owned_rent_per_kw_month");
        columns.provisionedWatts = row.getLong("owned_provisioned_watts");
        columns.energyIncluded = row.getBoolean("owned_energy_included");
        columns.meanWatts = row.getBigDecimal("owned_mean_watts");
        columns.pue = row.getBigDecimal("owned_pue");
        columns.pricePerKilowattHour = row.getBigDecimal("owned_price_per_kwh");
        columns.operationsShare = row.getBigDecimal("owned_operations_share");
        return Optional.of(columns);
    }

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
