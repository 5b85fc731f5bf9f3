package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import dev.emplace.pricing.domain.offers.Offer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How many machines of an offer a usage takes, and which share of them is useful. */
record Purchase(Offer offer, Usage usage, BigDecimal machines) {

    static Purchase of(Offer offer, Usage usage) {
        var whole = BigDecimal.valueOf(usage.accelerators())
                .divide(offer.instance().acceleratorCount(), 0, RoundingMode.CEILING);
        return new Purchase(offer, usage, whole.max(BigDecimal.valueOf(offer.minimumInstances())));
    }

    BigDecimal spareAccelerators() {
        return acceleratorsBought().subtract(BigDecimal.valueOf(usage.accelerators()));
    }

    Factor machineHours() {
        return new Factor(
                "machines * hours",
                machines.multiply(usage.hours(), PRECISION),
                List.of(
                        new Input(
                                "machines",
                                machines,
                                "",
                                "whole machines for the usage, no fewer than the offer's minimum"),
                        new Input("hours", usage.hours(), "h", "request")));
    }

    /** Of all paid accelerator-hours, those that do useful work. */
    Factor usefulShare() {
        return new Factor(
                "(accelerators / (machines * accelerators_per_machine) * utilization)",
                usefulFraction(),
                shareInputs());
    }

    /** The others: bought because machines come whole, or not used all the time. */
    Factor idleShare() {
        return new Factor(
                "(1 - accelerators / (machines * accelerators_per_machine) * utilization)",
                BigDecimal.ONE.subtract(usefulFraction(), PRECISION),
                shareInputs());
    }

    boolean hasIdle() {
        return usefulFraction().compareTo(BigDecimal.ONE) < 0;
    }

    private BigDecimal usefulFraction() {
        return BigDecimal.valueOf(usage.accelerators())
                .divide(acceleratorsBought(), PRECISION)
                .multiply(usage.utilization(), PRECISION);
    }

    private BigDecimal acceleratorsBought() {
        return machines.multiply(offer.instance().acceleratorCount());
    }

    private List<Input> shareInputs() {
        return List.of(
                new Input("accelerators", BigDecimal.valueOf(usage.accelerators()), "", "request"),
                new Input("machines", machines, "", "whole machines for the usage, no fewer than the offer's minimum"),
                new Input("accelerators_per_machine", offer.instance().acceleratorCount(), "", "offer"),
                new Input("utilization", usage.utilization(), "", "request"));
    }
}
