package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.ownership.OwnershipTariff.HOURS_PER_YEAR;

import dev.emplace.pricing.domain.ownership.EnergyUse;
import dev.emplace.pricing.domain.ownership.HourlyCost;
import dev.emplace.pricing.domain.ownership.OwnershipInput;
import dev.emplace.pricing.domain.ownership.OwnershipTariff;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one owned machine costs by the hour, as the factors of lines.
 *
 * @param energy the tariff's own, or what a caller knows better
 * @param sources where each input is from, in words
 */
record OwnershipFactors(OwnershipTariff tariff, EnergyUse energy, Function<OwnershipInput, String> sources) {

    private static final Input YEAR = new Input("hours_per_year", HOURS_PER_YEAR, "h", "convention");

    private static final String ANNUITY =
            "(capital - residual / (1 + rate)^years) * rate / (1 - (1 + rate)^-years) / hours_per_year";

    private static final String WITHOUT_INTEREST = "(capital - residual) / years / hours_per_year";

    HourlyCost hourly() {
        return tariff.hourly(Optional.of(energy));
    }

    Factor capital() {
        var bought = tariff.purchase();
        return new Factor(
                bought.rate().signum() == 0 ? WITHOUT_INTEREST : ANNUITY,
                hourly().capital(),
                List.of(
                        input(OwnershipInput.CAPITAL, bought.capital()),
                        input(OwnershipInput.RESIDUAL, bought.residual()),
                        input(OwnershipInput.RATE, bought.rate()),
                        input(OwnershipInput.LIFE_YEARS, BigDecimal.valueOf(bought.years())),
                        YEAR));
    }

    Factor rent() {
        return new Factor(
                "rent_per_kilowatt_month * provisioned_kilowatts * 12 / hours_per_year",
                hourly().rent(),
                List.of(
                        input(OwnershipInput.RENT, tariff.rentPerKilowattMonth()),
                        input(OwnershipInput.PROVISIONED_KILOWATTS, BigDecimal.valueOf(tariff.provisionedWatts(), 3)),
                        YEAR));
    }

    /** Zero where the rent includes it. */
    Factor energyCost() {
        return new Factor(
                "mean_watts / 1000 * pue * price_per_kilowatt_hour",
                hourly().energy(),
                List.of(
                        input(OwnershipInput.MEAN_WATTS, energy.meanWatts()),
                        input(OwnershipInput.PUE, energy.pue()),
                        input(OwnershipInput.ENERGY_PRICE, energy.pricePerKilowattHour())));
    }

    Factor operations() {
        return new Factor(
                "capital * operations_share / hours_per_year",
                hourly().operations(),
                List.of(
                        input(OwnershipInput.CAPITAL, tariff.purchase().capital()),
                        input(OwnershipInput.OPERATIONS_SHARE, tariff.operationsShare()),
                        YEAR));
    }

    private Input input(OwnershipInput input, BigDecimal value) {
        return new Input(input.symbol(), value, input.unit(tariff.currency()), sources.apply(input));
    }
}
