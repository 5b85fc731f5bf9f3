package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.ownership.OwnershipCase;
import dev.emplace.pricing.domain.ownership.OwnershipTariff;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one node of one's own costs in an hour, used or not, line by line.
 *
 * @param lines whose sum is the price of the hour
 */
public record OwnershipEstimate(OwnershipCase ownership, List<QuoteLine> lines) {

    public OwnershipEstimate {
        lines = List.copyOf(lines);
    }

    public static OwnershipEstimate of(OwnershipCase ownership) {
        var tariff = ownership.tariff();
        var factors = new OwnershipFactors(tariff, tariff.energy(), ownership::source);
        var lines = Stream.of(
                        line(LineKind.CAPITAL, "annuity of the node", tariff, factors.capital()),
                        line(LineKind.RENT, "space and provisioned power", tariff, factors.rent()),
                        line(LineKind.ENERGY, "electricity with cooling", tariff, factors.energyCost()),
                        line(LineKind.OPERATIONS, "staff, spares and support", tariff, factors.operations()))
                .filter(line -> line.kind() == LineKind.CAPITAL || line.amount().isPositive())
                .toList();
        return new OwnershipEstimate(ownership, lines);
    }

    public Money perNodeHour() {
        return lines.stream().map(QuoteLine::amount).reduce(Money::plus).orElseThrow();
    }

    public Money perNodeYear() {
        return Money.rounded(ownership.currency(), perNodeHour().amount().multiply(OwnershipTariff.HOURS_PER_YEAR));
    }

    /** Of one accelerator in an hour that it does useful work. */
    public Money perUsefulAcceleratorHour(BigDecimal utilization) {
        return perNodeHour().dividedBy(ownership.accelerators().multiply(utilization));
    }

    private static QuoteLine line(LineKind kind, String description, OwnershipTariff tariff, Factor perHour) {
        return QuoteLine.product(kind, description, tariff.currency(), perHour);
    }
}
