package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import dev.emplace.pricing.domain.OnDemandPriceMissingException;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Commitment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a commitment adds to the lines of a rented machine, and what it is worth.
 *
 * @param onDemand the same machine without it; absent where its price is not known
 */
record CommitmentLines(Purchase purchase, Money perHour, Commitment commitment, Optional<OnDemandPrice> onDemand) {

    /** Refuses a commitment that covers a part, where nobody knows the price of the rest. */
    CommitmentLines {
        if (!purchase.usage().terms().commitment().coversAll() && onDemand.isEmpty()) {
            throw new OnDemandPriceMissingException(purchase.offer());
        }
    }

    /** Of the commitment, or of what it and the rest on demand cost together. */
    Factor unitPrice() {
        if (use().coversAll()) {
            return Factor.of(priceInput());
        }
        var rest = onDemand.orElseThrow();
        var blended = use().coverage()
                .multiply(perHour.amount(), PRECISION)
                .add(BigDecimal.ONE
                        .subtract(use().coverage())
                        .multiply(rest.price().amount(), PRECISION));
        return new Factor(
                "(coverage * unit_price + (1 - coverage) * on_demand_unit_price)",
                blended,
                List.of(
                        coverageInput(),
                        priceInput(),
                        new Input("on_demand_unit_price", rest.price().amount(), unit(), rest.source())));
    }

    List<QuoteLine> lines() {
        var lines = new ArrayList<QuoteLine>();
        if (commitment.upfront().isPositive()) {
            lines.add(
                    line(LineKind.UPFRONT, "this usage's share of the upfront payment", coverage(), upfrontPerHour()));
        }
        if (use().alreadyOwned()) {
            var committed = new Factor(
                    "(unit_price + upfront / term_hours)",
                    committedPerHour(),
                    List.of(priceInput(), upfrontInput(), termInput()));
            lines.add(line(
                    LineKind.SUNK,
                    "already owned: paid whether used or not, so no cost of this use",
                    minusCoverage(),
                    committed));
        }
        return lines;
    }

    /** Every hour of the term, and what is paid before it begins, for each machine covered. */
    Money committed() {
        var perMachine = committedPerHour().multiply(commitment.term().hours(), PRECISION);
        return Money.rounded(
                perHour.currency(),
                perMachine.multiply(purchase.machines(), PRECISION).multiply(use().coverage(), PRECISION));
    }

    Optional<CommitmentWorth> worth() {
        return onDemand.map(other -> {
            var covered = purchase.machines().multiply(use().coverage(), PRECISION);
            var used = other.price().amount().multiply(purchase.workingHours(), PRECISION);
            var paid = committedPerHour().multiply(purchase.usage().hours(), PRECISION);
            return new CommitmentWorth(
                    other,
                    Money.rounded(perHour.currency(), committedPerHour()),
                    committedPerHour().divide(other.price().amount(), PRECISION),
                    Money.rounded(
                            perHour.currency(), used.subtract(paid, PRECISION).multiply(covered, PRECISION)));
        });
    }

    private QuoteLine line(LineKind kind, String description, Factor coverage, Factor perMachineHour) {
        return QuoteLine.product(
                kind, description, perHour.currency(), coverage, perMachineHour, purchase.machineHours());
    }

    private Factor coverage() {
        return Factor.of(coverageInput());
    }

    private Factor minusCoverage() {
        return new Factor("-coverage", use().coverage().negate(), List.of(coverageInput()));
    }

    private Factor upfrontPerHour() {
        return new Factor(
                "upfront / term_hours",
                commitment.upfront().amount().divide(commitment.term().hours(), PRECISION),
                List.of(upfrontInput(), termInput()));
    }

    private BigDecimal committedPerHour() {
        return perHour.amount().add(upfrontPerHour().value(), PRECISION);
    }

    private CommitmentUse use() {
        return purchase.usage().terms().commitment();
    }

    private Input priceInput() {
        return new Input("unit_price", perHour.amount(), unit(), "offer");
    }

    private Input coverageInput() {
        return new Input("coverage", use().coverage(), "", "request");
    }

    private Input upfrontInput() {
        return new Input("upfront", commitment.upfront().amount(), perHour.currency(), "offer");
    }

    private Input termInput() {
        return new Input("term_hours", commitment.term().hours(), "h", "offer");
    }

    private String unit() {
        return perHour.currency() + "/h";
    }
}
