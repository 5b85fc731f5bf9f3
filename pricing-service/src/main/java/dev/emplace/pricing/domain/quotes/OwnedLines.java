package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.ownership.OwnershipInput;
import dev.emplace.pricing.domain.ownership.OwnershipTariff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of an owned machine: what was bought, rented, burnt and worked, and what of all that stood idle. */
final class OwnedLines implements MachineCost {

    private static final String TARIFF = "ownership tariff of the offer";
    private static final String SITE = "site conditions of the request";

    private final Purchase purchase;
    private final OwnershipTariff tariff;
    private final Optional<SiteConditions> conditions;
    private final OwnershipFactors factors;

    OwnedLines(Purchase purchase, OwnershipTariff tariff, Optional<SiteConditions> conditions) {
        this.purchase = purchase;
        this.tariff = tariff;
        this.conditions = conditions;
        var energy = conditions
                .map(known -> known.applyTo(
                        tariff.energy(), purchase.offer().instance().acceleratorCount()))
                .orElse(tariff.energy());
        this.factors = new OwnershipFactors(tariff, energy, this::source);
    }

    @Override
    public List<QuoteLine> lines() {
        var lines = new ArrayList<QuoteLine>();
        addUsed(lines, LineKind.CAPITAL, "annuity of the machines, used part", factors.capital());
        addUsed(lines, LineKind.RENT, "space and provisioned power, used part", factors.rent());
        addUsed(lines, LineKind.ENERGY, "electricity with cooling, used part", factors.energyCost());
        addUsed(lines, LineKind.OPERATIONS, "staff, spares and support, used part", factors.operations());
        if (purchase.hasIdle()) {
            lines.add(idle());
        }
        return lines;
    }

    /** Every hour of the machines' life, used or not: what is bought cannot be given back. */
    @Override
    public Optional<Money> committed() {
        var hours = BigDecimal.valueOf(tariff.life().toHours()).multiply(purchase.machines());
        return Optional.of(
                Money.rounded(tariff.currency(), factors.hourly().total().multiply(hours, PRECISION)));
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
                factors.hourly().total(),
                tariff.currency() + "/h",
                "capital, rent, energy and operations of one machine");
        return QuoteLine.product(
                LineKind.IDLE,
                "machine time that is paid for and not used",
                tariff.currency(),
                perHour,
                purchase.machineHours(),
                purchase.idleShare());
    }

    private String source(OwnershipInput input) {
        var known = switch (input) {
            case MEAN_WATTS -> conditions.flatMap(SiteConditions::wattsPerAccelerator);
            case PUE -> conditions.flatMap(SiteConditions::pue);
            case ENERGY_PRICE -> conditions.flatMap(SiteConditions::pricePerKilowattHour);
            case CAPITAL, RESIDUAL, RATE, LIFE_YEARS, RENT, PROVISIONED_KILOWATTS, OPERATIONS_SHARE ->
                Optional.<BigDecimal>empty();
        };
        return known.isPresent() ? SITE : TARIFF;
    }
}
