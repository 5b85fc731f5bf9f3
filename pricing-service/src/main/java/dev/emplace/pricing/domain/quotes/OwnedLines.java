package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;
import static dev.emplace.pricing.domain.ownership.OwnershipTariff.HOURS_PER_YEAR;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.ownership.EnergyUse;
import dev.emplace.pricing.domain.ownership.HourlyCost;
import dev.emplace.pricing.domain.ownership.OwnershipTariff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The lines of an owned machine: what was bought, rented, burnt and worked, and what of all that stood idle. */
final class OwnedLines implements MachineCost {

    private static final String TARIFF = "ownership tariff of the offer";
    private static final String SITE = "site conditions of the request";
    private static final Input YEAR = new Input("hours_per_year", HOURS_PER_YEAR, "h", "convention");

    private static final String ANNUITY =
            "(capital - residual / (1 + rate)^years) * rate / (1 - (1 + rate)^-years) / hours_per_year";

    private static final String WITHOUT_INTEREST = "(capital - residual) / years / hours_per_year";

    private final Purchase purchase;
    private final OwnershipTariff tariff;
    private final Optional<SiteConditions> conditions;
    private final EnergyUse energy;
    private final HourlyCost hourly;

    OwnedLines(Purchase purchase, OwnershipTariff tariff, Optional<SiteConditions> conditions) {
        this.purchase = purchase;
        this.tariff = tariff;
        this.conditions = conditions;
        this.energy = conditions
                .map(known -> known.applyTo(
                        tariff.energy(), purchase.offer().instance().acceleratorCount()))
                .orElse(tariff.energy());
        this.hourly = tariff.hourly(Optional.of(energy));
    }

    @Override
    public List<QuoteLine> lines() {
        var lines = new ArrayList<QuoteLine>();
        addUsed(lines, LineKind.CAPITAL, "annuity of the machines, used part", capital());
        addUsed(lines, LineKind.RENT, "space and provisioned power, used part", rent());
        addUsed(lines, LineKind.ENERGY, "electricity with cooling, used part", energyCost());
        addUsed(lines, LineKind.OPERATIONS, "staff, spares and support, used part", operations());
        if (purchase.hasIdle()) {
            lines.add(idle());
        }
        return lines;
    }

    /** Every hour of the machines' life, used or not: what is bought cannot be given back. */
    @Override
    public Optional<Money> committed() {
        var hours = BigDecimal.valueOf(tariff.life().toHours()).multiply(purchase.machines());
        return Optional.of(Money.rounded(tariff.currency(), hourly.total().multiply(hours, PRECISION)));
    }

    private void addUsed(List<QuoteLine> lines, LineKind kind, String description, Factor perHour) {
        if (perHour.value().signum() > 0) {
            lines.add(QuoteLine.product(
                    kind, description, tariff.currency(), perHour, purchase.machineHours(), purchase.usefulShare()));
        }
    }

    private QuoteLine idle() {
        var perHour = Factor.of(
                "ownership_per_hour",
                hourly.total(),
                unit("/h"),
                "capital, rent, energy and operations of one machine");
        return QuoteLine.product(
                LineKind.IDLE,
                "machine time that is paid for and not used",
                tariff.currency(),
                perHour,
                purchase.machineHours(),
                purchase.idleShare());
    }

    private Factor capital() {
        var bought = tariff.purchase();
        return new Factor(
                bought.rate().signum() == 0 ? WITHOUT_INTEREST : ANNUITY,
                hourly.capital(),
                List.of(
                        new Input("capital", bought.capital(), unit(""), TARIFF),
                        new Input("residual", bought.residual(), unit(""), TARIFF),
                        new Input("rate", bought.rate(), "1/a", TARIFF),
                        new Input("years", BigDecimal.valueOf(bought.years()), "a", TARIFF),
                        YEAR));
    }

    private Factor rent() {
        return new Factor(
                "rent_per_kilowatt_month * provisioned_kilowatts * 12 / hours_per_year",
                hourly.rent(),
                List.of(
                        new Input("rent_per_kilowatt_month", tariff.rentPerKilowattMonth(), unit("/kW/month"), TARIFF),
                        new Input(
                                "provisioned_kilowatts",
                                BigDecimal.valueOf(tariff.provisionedWatts(), 3),
                                "kW",
                                TARIFF),
                        YEAR));
    }

    private Factor energyCost() {
        return new Factor(
                "mean_watts / 1000 * pue * price_per_kilowatt_hour",
                hourly.energy(),
                List.of(
                        new Input("mean_watts", energy.meanWatts(), "W", from(SiteConditions::wattsPerAccelerator)),
                        new Input("pue", energy.pue(), "", from(SiteConditions::pue)),
                        new Input(
                                "price_per_kilowatt_hour",
                                energy.pricePerKilowattHour(),
                                unit("/kWh"),
                                from(SiteConditions::pricePerKilowattHour))));
    }

    private Factor operations() {
        return new Factor(
                "capital * operations_share / hours_per_year",
                hourly.operations(),
                List.of(
                        new Input("capital", tariff.purchase().capital(), unit(""), TARIFF),
                        new Input("operations_share", tariff.operationsShare(), "1/a", TARIFF),
                        YEAR));
    }

    private String from(Function<SiteConditions, Optional<BigDecimal>> value) {
        return conditions.flatMap(value).isPresent() ? SITE : TARIFF;
    }

    private String unit(String per) {
        return tariff.currency() + per;
    }
}
