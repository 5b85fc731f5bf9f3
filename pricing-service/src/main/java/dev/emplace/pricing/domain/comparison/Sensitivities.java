package dev.emplace.pricing.domain.comparison;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import dev.emplace.pricing.domain.WorkNeverEndsException;
import dev.emplace.pricing.domain.ownership.OwnershipCase;
import dev.emplace.pricing.domain.ownership.OwnershipInput;
import dev.emplace.pricing.domain.ownership.OwnershipTariff;
import dev.emplace.pricing.domain.quotes.Quote;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How far each input moves the saving of one offer against the baseline. */
record Sensitivities(Comparing comparing, Quote base, Quote quote) {

    /** The strongest first. */
    List<SavingSensitivity> all() {
        var lower = BigDecimal.ONE.subtract(comparing.step());
        var higher = BigDecimal.ONE.add(comparing.step());
        var found = new ArrayList<SavingSensitivity>();
        utilization(lower, higher).ifPresent(found::add);
        found.add(new SavingSensitivity(
                "price", lower, higher, ownPrice(comparing.step().negate()), ownPrice(comparing.step())));
        found.add(new SavingSensitivity(
                "baseline_price",
                lower,
                higher,
                baselinePrice(comparing.step().negate()),
                baselinePrice(comparing.step())));
        quote.offer().ownership().ifPresent(tariff -> found.addAll(ownership(tariff, lower, higher)));
        found.sort(Comparator.comparing(SavingSensitivity::span).reversed());
        return found;
    }

    private Optional<SavingSensitivity> utilization(BigDecimal lower, BigDecimal higher) {
        var use = comparing.usage().utilization();
        var less = use.multiply(lower);
        var more = use.multiply(higher).min(BigDecimal.ONE);
        try {
            return Optional.of(new SavingSensitivity("utilization", less, more, savingAt(less), savingAt(more)));
        } catch (WorkNeverEndsException tooOften) {
            return Optional.empty();
        }
    }

    private BigDecimal savingAt(BigDecimal utilization) {
        return Comparing.saving(
                comparing.cost(comparing.baseline(), utilization), comparing.cost(quote.offer(), utilization));
    }

    private BigDecimal ownPrice(BigDecimal change) {
        return Comparing.saving(Comparing.total(base), moved(quote, change));
    }

    private BigDecimal baselinePrice(BigDecimal change) {
        return Comparing.saving(moved(base, change), Comparing.total(quote));
    }

    private static BigDecimal moved(Quote quote, BigDecimal change) {
        return Comparing.total(quote).add(Comparing.machines(quote).multiply(change, PRECISION), PRECISION);
    }

    /** Each input of the tariff, at the tariff's own draw, PUE and energy price. */
    private List<SavingSensitivity> ownership(OwnershipTariff tariff, BigDecimal lower, BigDecimal higher) {
        var ownership = new OwnershipCase(
                tariff.currency(),
                OwnershipCase.of(tariff, "tariff"),
                tariff.energyIncludedInRent(),
                quote.offer().instance().acceleratorCount());
        var found = new ArrayList<SavingSensitivity>();
        for (var input : OwnershipInput.values()) {
            var low = ownership.scaled(input, lower);
            var high = ownership.scaled(input, higher);
            if (low.compareTo(high) != 0) {
                found.add(new SavingSensitivity(
                        input.symbol(),
                        low,
                        high,
                        savingWith(tariff, ownership.with(input, low)),
                        savingWith(tariff, ownership.with(input, high))));
            }
        }
        return found;
    }

    private BigDecimal savingWith(OwnershipTariff tariff, OwnershipCase changed) {
        var perHour = changed.tariff()
                .hourly(Optional.empty())
                .total()
                .subtract(tariff.hourly(Optional.empty()).total(), PRECISION);
        var machineHours =
                BigDecimal.valueOf(quote.machines()).multiply(quote.usage().hours(), PRECISION);
        return Comparing.saving(
                Comparing.total(base),
                Comparing.total(quote).add(perHour.multiply(machineHours, PRECISION), PRECISION));
    }
}
