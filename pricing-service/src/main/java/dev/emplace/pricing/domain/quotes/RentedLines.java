package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Commitment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a rented machine: the hours that do work, those that do not, the share of what was paid upfront. */
final class RentedLines implements MachineCost {

    private final Purchase purchase;
    private final Money perInstanceHour;

    RentedLines(Purchase purchase, Money perInstanceHour) {
        this.purchase = purchase;
        this.perInstanceHour = perInstanceHour;
    }

    @Override
    public List<QuoteLine> lines() {
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

    /** Every hour of the term, and what is paid before it begins, for each machine. */
    @Override
    public Optional<Money> committed() {
        return purchase.offer().commitment().map(commitment -> {
            var hours = perInstanceHour.amount().multiply(commitment.term().hours());
            var perMachine = hours.add(commitment.upfront().amount());
            return Money.rounded(perInstanceHour.currency(), perMachine.multiply(purchase.machines(), PRECISION));
        });
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
        var upfront = commitment.upfront();
        var term = commitment.term().hours();
        var perHour = new Factor(
                "upfront / term_hours",
                upfront.amount().divide(term, PRECISION),
                List.of(
                        new Input("upfront", upfront.amount(), upfront.currency(), "offer"),
                        new Input("term_hours", term, "h", "offer")));
        return QuoteLine.product(
                LineKind.UPFRONT,
                "this usage's share of the upfront payment",
                upfront.currency(),
                perHour,
                purchase.machineHours());
    }

    private Factor unitPrice() {
        return Factor.of("unit_price", perInstanceHour.amount(), perInstanceHour.currency() + "/h", "offer");
    }
}
