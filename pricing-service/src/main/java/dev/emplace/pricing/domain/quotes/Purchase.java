package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How many machines of an offer a usage takes, and which share of them is useful. */
record Purchase(Offer offer, Usage usage, BigDecimal machines) {

    private static final String OF_THOSE_BOUGHT = "accelerators / (machines * accelerators_per_machine)";

    static Purchase of(Offer offer, Usage usage) {
        var whole = BigDecimal.valueOf(usage.accelerators())
                .divide(offer.instance().acceleratorCount(), 0, RoundingMode.CEILING);
        return new Purchase(offer, usage, whole.max(BigDecimal.valueOf(offer.minimumInstances())));
    }

    BigDecimal spareAccelerators() {
        return acceleratorsBought().subtract(BigDecimal.valueOf(usage.accelerators()));
    }

    /** Hours for which each machine is kept: all, or only those with work where it is given back meanwhile. */
    BigDecimal keptHours() {
        return released() ? usage.hours().multiply(usage.utilization(), PRECISION) : usage.hours();
    }

    /** Hours in which the machines work, all of them at once. */
    BigDecimal workingHours() {
        return usage.hours().multiply(usage.utilization(), PRECISION);
    }

    Factor machineHours() {
        return released()
                ? workingMachineHours()
                : new Factor(
                        "machines * hours",
                        machines.multiply(usage.hours(), PRECISION),
                        List.of(machinesInput(), hoursInput()));
    }

    Factor workingMachineHours() {
        return new Factor(
                "machines * hours * utilization",
                machines.multiply(workingHours(), PRECISION),
                List.of(machinesInput(), hoursInput(), utilizationInput()));
    }

    Factor machineCount() {
        return Factor.of(machinesInput());
    }

    BigDecimal acceleratorsBought() {
        return machines.multiply(offer.instance().acceleratorCount());
    }

    /** Of all paid accelerator-hours, those that do useful work. */
    Factor usefulShare() {
        return new Factor(
                released() ? "(" + OF_THOSE_BOUGHT + ")" : "(" + OF_THOSE_BOUGHT + " * utilization)",
                usefulFraction(),
                shareInputs());
    }

    /** The others: bought because machines come whole, or not used all the time. */
    Factor idleShare() {
        return new Factor(
                released() ? "(1 - " + OF_THOSE_BOUGHT + ")" : "(1 - " + OF_THOSE_BOUGHT + " * utilization)",
                BigDecimal.ONE.subtract(usefulFraction(), PRECISION),
                shareInputs());
    }

    boolean hasIdle() {
        return usefulFraction().compareTo(BigDecimal.ONE) < 0;
    }

    private boolean released() {
        return usage.terms().releasedWhenIdle()
                && (offer.model() == CommercialModel.SPOT || offer.model() == CommercialModel.ON_DEMAND);
    }

    private BigDecimal usefulFraction() {
        var ofThoseBought = BigDecimal.valueOf(usage.accelerators()).divide(acceleratorsBought(), PRECISION);
        return released() ? ofThoseBought : ofThoseBought.multiply(usage.utilization(), PRECISION);
    }

    private List<Input> shareInputs() {
        var inputs = List.of(
                new Input("accelerators", BigDecimal.valueOf(usage.accelerators()), "", "request"),
                machinesInput(),
                new Input("accelerators_per_machine", offer.instance().acceleratorCount(), "", "offer"),
                utilizationInput());
        return released() ? inputs.subList(0, 3) : inputs;
    }

    private Input machinesInput() {
        return new Input("machines", machines, "", "whole machines for the usage, no fewer than the offer's minimum");
    }

    private Input hoursInput() {
        return new Input("hours", usage.hours(), "h", "request");
    }

    private Input utilizationInput() {
        return new Input("utilization", usage.utilization(), "", "request");
    }
}
