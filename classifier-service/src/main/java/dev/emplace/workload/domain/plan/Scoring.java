package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.latency.Latency;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.workload.Coordinates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns feasible candidates into placements and puts them in order. */
final class Scoring {
    /** What the contract's time holds. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final Policy policy;
    private final Network network;
    private final Power power;
    private final Usual usual;
    private final PlanRequest request;
    private final Transport transport;

    Scoring(Policy policy, Power power, Usual usual, PlanRequest request, Transport transport) {
        this.transport = transport;
        this.request = request;
        this.policy = policy;
        this.network = Network.of(policy);
        this.power = power;
        this.usual = usual;
    }

    Placement placement(Candidate candidate) {
        Prices.Quote quote = candidate.quote();
        boolean owned = !quote.site().isEmpty();
        OptionalDouble roundTrip = roundTrip(candidate);
        return new Placement(
                quote,
                candidate.footprint(),
                candidate.cost(),
                Optional.empty(),
                candidate.compute(),
                roundTrip,
                candidate.floorMillis(network).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                candidate.assessment(),
                !owned || power.verified(),
                grams(candidate),
                usual.covers(quote.habitat()),
                candidate.completion().map(Completion::end).filter(end -> end.isBefore(LAST)),
                move(candidate),
                reasons(candidate, roundTrip, owned));
    }

    private Optional<Move> move(Candidate candidate) {
        return request.today()
                .filter(now -> !now.offer().equals(candidate.quote().offer()))
                .map(now -> Move.of(now, candidate.cost(), candidate.term(), transport));
    }

    private OptionalDouble roundTrip(Candidate candidate) {
        Optional<Coordinates> users =
                candidate.reading().workload().surroundings().users();
        Optional<Coordinates> there = candidate.quote().location();
        return users.isEmpty() || there.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(network.estimateMillis(users.get(), there.get()));
    }

    /** Watts x PUE x grid; of a cloud the draw is a share of the TDP, since nobody measures it. */
    private long grams(Candidate candidate) {
        double watts = candidate
                .assessment()
                .map(a -> a.meanWatts() * a.pue().doubleValue())
                .orElseGet(() -> (double) candidate.footprint().accelerators()
                        * candidate.footprint().accelerator().tdpWatts()
                        * policy.number("plan.draw_share_of_tdp")
                        * policy.number("plan.cloud_pue"));
        return Math.round(watts / 1000 * candidate.quote().gridGramsPerKwh());
    }

    private List<String> reasons(Candidate candidate, OptionalDouble roundTrip, boolean owned) {
        List<String> reasons = new ArrayList<>();
        Prices.Quote quote = candidate.quote();
        reasons.add(candidate.footprint().accelerators() + " x "
                + quote.accelerator().displayName() + " in "
                + quote.machines() + (quote.machines() == 1 ? " machine" : " machines") + " at "
                + Show.usdPerHour(quote.hourlyUsd()));
        reasons.add(
                usual.covers(quote.habitat())
                        ? "this is where " + candidate.workloadClass() + " belongs: "
                                + policy.row(candidate.workloadClass()).why()
                        : "not the usual place of " + candidate.workloadClass());
        if (candidate.cost().transportUsd().signum() > 0) {
            reasons.add("bringing its input there adds "
                    + Show.usdPerHour(candidate.cost().hourlyUsd().subtract(quote.hourlyUsd())));
        }
        if (quote.commitment().compareTo(candidate.term().duration()) > 0) {
            reasons.add("binds for " + Show.days(quote.commitment()) + ", longer than the "
                    + Show.days(candidate.term().duration()) + " that are planned");
        }
        candidate.completion().ifPresent(done -> reasons.add(done(done, quote)));
        late(candidate, roundTrip).ifPresent(reasons::add);
        candidate
                .assessment()
                .ifPresent(a -> reasons.add(
                        "power fits with " + Show.kilowatts(a.headroomWatts()) + " to spare at " + a.binding()));
        if (owned && !power.verified()) {
            reasons.add("power is not verified: power-service could not be asked");
        }
        return reasons;
    }

    private String done(Completion done, Prices.Quote quote) {
        boolean unknown = quote.habitat().purchase() == Purchase.SPOT
                && request.interruptions().isEmpty();
        return "done " + done.end()
                + request.deadline()
                        .map(by -> ", " + Show.span(Duration.between(done.end(), by)) + " before the deadline")
                        .orElse("")
                + (done.rework().isZero() ? "" : ", " + Show.span(done.rework()) + " of it for interruptions")
                + (unknown ? ", unless it is interrupted: nobody states how often" : "");
    }

    /** What physics allows but the estimate does not expect. */
    private static Optional<String> late(Candidate candidate, OptionalDouble roundTrip) {
        double expected =
                roundTrip.orElse(0) + candidate.compute().map(Latency::expected).orElse(0.0);
        return candidate
                .reading()
                .workload()
                .needs()
                .latencyObjective()
                .filter(objective -> expected > millis(objective))
                .map(objective -> "expected to take " + Show.millis(expected) + ", more than the objective of "
                        + Show.millis(millis(objective)) + "; only the least that physics allows meets it");
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    /**
     * The order of an objective; equals by price, then by name, so that the same inputs give the same plan. Whatever the
     * objective, places that are expected to meet the latency come before those that only physics allows to.
     */
    static Comparator<Placement> order(PlanRequest request, List<Placement> feasible, Optional<Duration> latency) {
        Comparator<Placement> price = Comparator.comparing(
                        (Placement p) -> p.cost().totalUsd())
                .thenComparing(p -> p.quote().offer());
        Comparator<Placement> inTime =
                Comparator.comparing(p -> latency.map(objectiveOf -> p.expectedMillis() > millis(objectiveOf))
                        .orElse(false));
        return inTime.thenComparing(
                switch (request.objective()) {
                    case COST -> price;
                    case LATENCY ->
                        Comparator.comparing(
                                        (Placement p) -> p.roundTripMillis().isEmpty()
                                                && !p.quote().accelerator().device())
                                .thenComparingDouble(Placement::expectedMillis)
                                .thenComparing(price);
                    case CARBON ->
                        Comparator.comparingLong(
                                        (Placement p) -> p.hourlyGrams() == 0 ? Long.MAX_VALUE : p.hourlyGrams())
                                .thenComparing(price);
                    case WEIGHTED -> request.weights().order(feasible).thenComparing(price);
                });
    }
}
