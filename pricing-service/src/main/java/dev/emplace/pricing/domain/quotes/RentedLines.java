package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.CommercialModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a rented machine: the hours that do work, those that do not, and what its way of being sold adds. */
final class RentedLines implements MachineCost {

    private final Purchase purchase;
    private final Factor unitPrice;
    private final Money perInstanceHour;
    private final Optional<CommitmentLines> commitment;
    private final Optional<Rework> rework;

    RentedLines(
            Purchase purchase, Money perInstanceHour, Optional<CommitmentLines> commitment, Optional<Rework> rework) {
        this.purchase = purchase;
        this.perInstanceHour = perInstanceHour;
        this.commitment = commitment;
        this.rework = rework;
        this.unitPrice = commitment
                .map(CommitmentLines::unitPrice)
                .orElseGet(() ->
                        Factor.of("unit_price", perInstanceHour.amount(), perInstanceHour.currency() + "/h", "offer"));
    }

    @Override
    public List<QuoteLine> lines() {
        var lines = new ArrayList<QuoteLine>();
        lines.add(line(
                LineKind.COMPUTE,
                "machine time that does useful work",
                purchase.machineHours(),
                purchase.usefulShare()));
        if (purchase.hasIdle()) {
            lines.add(line(
                    LineKind.IDLE,
                    "machine time that is paid for and not used",
                    purchase.machineHours(),
                    purchase.idleShare()));
        }
        rework.ifPresent(each -> lines.add(line(
                LineKind.REWORK,
                "work done again, checkpoints and restarts",
                purchase.workingMachineHours(),
                each.billed())));
        commitment.ifPresentOrElse(terms -> lines.addAll(terms.lines()), () -> addBilling(lines));
        return lines;
    }

    @Override
    public Optional<Money> committed() {
        return commitment.map(CommitmentLines::committed);
    }

    @Override
    public Optional<Rework> rework() {
        return rework;
    }

    @Override
    public Optional<CommitmentWorth> worth() {
        return commitment.flatMap(CommitmentLines::worth);
    }

    private void addBilling(List<QuoteLine> lines) {
        var billing = purchase.usage().terms().billing();
        var kept = purchase.keptHours();
        var billed = billing.billedHours(kept);
        if (billed.compareTo(kept) > 0) {
            var beyond = new Factor(
                    "(billed_hours - hours_kept)",
                    billed.subtract(kept, PRECISION),
                    List.of(
                            new Input("billed_hours", billed, "h", "increment and minimum in the request"),
                            new Input("hours_kept", kept, "h", "request")));
            lines.add(line(
                    LineKind.BILLING_INCREMENT,
                    "billed beyond the use, by increment and minimum",
                    purchase.machineCount(),
                    beyond));
        }
        var reserved = Hours.of(billing.idleReservation());
        if (reserved.signum() > 0 && purchase.offer().model() == CommercialModel.ON_DEMAND) {
            lines.add(line(
                    LineKind.IDLE_RESERVATION,
                    "capacity that is kept beside the use",
                    purchase.machineCount(),
                    Factor.of("reserved_idle_hours", reserved, "h", "request")));
        }
    }

    private QuoteLine line(LineKind kind, String description, Factor first, Factor second) {
        return QuoteLine.product(kind, description, perInstanceHour.currency(), unitPrice, first, second);
    }
}
