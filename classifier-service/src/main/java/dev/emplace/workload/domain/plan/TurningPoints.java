package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where the answer would turn: the volume of input and the hours of a month at which two places cost the same. */
final class TurningPoints {
    private static final Comparator<Placement> CHEAPEST = Comparator.comparing(
                    (Placement p) -> p.cost().totalUsd())
            .thenComparing(p -> p.quote().offer());

    private TurningPoints() {}

    static List<String> of(List<Placement> feasible, Transport transport, Term term) {
        List<String> notes = new ArrayList<>();
        for (Family family : List.of(Family.DEVICE, Family.EDGE, Family.ON_PREMISES)) {
            input(feasible, family, transport, term).ifPresent(notes::add);
        }
        hours(feasible, term).ifPresent(notes::add);
        return notes;
    }

    private static Optional<Placement> cheapest(
            List<Placement> feasible, Predicate<Placement> which, Comparator<Placement> order) {
        return feasible.stream().filter(which).min(order);
    }

    /** The cheapest place of a family where the data arises against the cheapest that it must be brought to. */
    private static Optional<String> input(List<Placement> feasible, Family family, Transport transport, Term term) {
        BigDecimal moving = transport.usdPerGigabyte().multiply(term.runningHours());
        if (transport.gigabytes().signum() == 0 || moving.signum() == 0) {
            return Optional.empty();
        }
        Optional<Placement> near =
                cheapest(feasible, p -> p.quote().habitat().family() == family && transport.local(p.quote()), CHEAPEST);
        Optional<Placement> far = cheapest(feasible, p -> !transport.local(p.quote()), CHEAPEST);
        return near.flatMap(here -> far.map(there -> {
            BigDecimal apart = here.quote().totalUsd().subtract(there.quote().totalUsd());
            String places = here.quote().offer() + ", where the data arises, ";
            return apart.signum() <= 0
                    ? places + "is cheaper than " + there.quote().offer() + " at any volume of input."
                    : places + "is cheaper than " + there.quote().offer() + " from "
                            + apart.divide(moving, 3, RoundingMode.CEILING)
                                    .stripTrailingZeros()
                                    .toPlainString()
                            + " GB/h of input on; it takes in "
                            + transport.gigabytes().stripTrailingZeros().toPlainString() + " GB/h.";
        }));
    }

    /** The cheapest place that is paid for all the time against the cheapest that is paid by use. */
    private static Optional<String> hours(List<Placement> feasible, Term term) {
        if (!term.pauses()) {
            return Optional.empty();
        }
        Optional<Placement> bound = cheapest(feasible, p -> !byUse(p), CHEAPEST);
        Optional<Placement> free = cheapest(feasible, TurningPoints::byUse, CHEAPEST);
        return bound.flatMap(kept -> free.filter(
                        used -> used.quote().hourlyUsd().signum() > 0)
                .map(used -> {
                    BigDecimal share = kept.quote()
                            .totalUsd()
                            .divide(term.hours().multiply(used.quote().hourlyUsd()), MathContext.DECIMAL64);
                    BigDecimal monthly = share.multiply(Term.HOURS_PER_MONTH).setScale(0, RoundingMode.CEILING);
                    String runs = term.runs()
                            .multiply(Term.HOURS_PER_MONTH)
                            .setScale(0, RoundingMode.HALF_UP)
                            .toPlainString();
                    String places = kept.quote().offer() + ", paid for all hours, ";
                    return monthly.compareTo(Term.HOURS_PER_MONTH) > 0
                            ? places + "is dearer than " + used.quote().offer()
                                    + ", paid by use, at any number of hours."
                            : places + "is cheaper than " + used.quote().offer() + ", paid by use, from "
                                    + monthly.toPlainString() + " hours of a month on; it runs " + runs + ".";
                }));
    }

    private static boolean byUse(Placement placement) {
        Purchase purchase = placement.quote().habitat().purchase();
        return Term.paidByUse(purchase);
    }
}
