package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Commitment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The lines of a rented machine: the hours that do work, those that do not, the share of what was paid upfront. */
final class RentedLines {

    private final Purchase purchase;
    private final Money perInstanceHour;

    RentedLines(Purchase purchase, Money perInstanceHour) {
        this.purchase = purchase;
        this.perInstanceHour = perInstanceHour;
    }

    List<QuoteLine> lines() {
        var lines = new ArrayList<QuoteLine>();
        lines.add(compute());
        if (purchase.hasIdle()) {
            lines.add(idle());
        }
        purchase.offer()
                .commitment()
                .filter(commitment -> commitment.upfront().isPositive())
                .ifPresent(commitment -> lines.add(upfront(commitment)));
        return lines;
    }

    private QuoteLine compute() {
        return QuoteLine.product(
                LineKind.COMPUTE,
                "machine time that does useful work",
                perInstanceHour.currency(),
                unitPrice(),
                purchase.machineHours(),
                purchase.usefulShare());
    }

    private QuoteLine idle() {
        return QuoteLine.product(
                LineKind.IDLE,
                "machine time that is paid for and not used",
                perInstanceHour.currency(),
                unitPrice(),
                purchase.machineHours(),
                purchase.idleShare());
    }

    private QuoteLine upfront(Commitment commitment) {
        var perHour = new Factor(
                "upfront / (term_months * 730)",
                commitment
                        .upfront()
                        .amount()
                        .divide(
                                BigDecimal.valueOf(commitment.termMonths()).multiply(Usage.HOURS_PER_MONTH),
                                Money.PRECISION),
                List.of(
                        new Input(
                                "upfront",
                                commitment.upfront().amount(),
                                commitment.upfront().currency(),
                                "offer"),
                        new Input("term_months", BigDecimal.valueOf(commitment.termMonths()), "month", "offer")));
        return QuoteLine.product(
                LineKind.UPFRONT,
                "this usage's share of the upfront payment",
                commitment.upfront().currency(),
                perHour,
                purchase.machineHours());
    }

    private Factor unitPrice() {
        return Factor.of("unit_price", perInstanceHour.amount(), perInstanceHour.currency() + "/h", "offer");
    }
}
