package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.workload.Surroundings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Checks a candidate against everything that it may not break, and says what it breaks first. */
final class HardConstraints {
    private final Policy policy;
    private final Constraints constraints;
    private final Network network;
    private final Duration duration;
    private final List<Function<Candidate, Optional<Rejection>>> checks;

    HardConstraints(Policy policy, Constraints constraints, Duration duration) {
        this.policy = policy;
        this.constraints = constraints;
        this.network = Network.of(policy);
        this.duration = duration;
        this.checks = List.of(
                this::device,
                this::provider,
                this::jurisdiction,
                this::residence,
                this::offline,
                this::latency,
                this::fabric,
                this::scale,
                this::preemption,
                this::commitment,
                this::power,
                this::budget);
    }

    Optional<Rejection> check(Candidate candidate) {
        for (Function<Candidate, Optional<Rejection>> check : checks) {
            Optional<Rejection> broken = check.apply(candidate);
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    /** A device serves only where it stands: cheap, but no place for work that others reach over a network. */
    private Optional<Rejection> device(Candidate candidate) {
        boolean device = candidate.quote().habitat().family() == Family.DEVICE;
        boolean edgeInQuestion = !candidate.reading().edge().isEmpty();
        if (!device || edgeInQuestion) {
            return Optional.empty();
        }
        String relaxed = Show.millis(policy.number("edge.relaxed_latency_ms"));
        return Optional.of(candidate.reject(
                Constraint.DEVICE,
                "0 reasons for the edge",
                "1 reason",
                "passes if it must work offline, its data may not leave, or p99 < " + relaxed,
                "nothing binds it to where its data arises, and a device serves only there"));
    }

    private Optional<Rejection> provider(Candidate candidate) {
        String provider = candidate.quote().provider();
        boolean denied = constraints.deniedProviders().contains(provider);
        boolean allowed = constraints.allowedProviders().isEmpty()
                || constraints.allowedProviders().contains(provider);
        if (allowed && !denied) {
            return Optional.empty();
        }
        return Optional.of(candidate.reject(
                Constraint.PROVIDER,
                provider,
                denied
                        ? "not " + String.join(", ", constraints.deniedProviders())
                        : String.join(", ", constraints.allowedProviders()),
                denied ? "take " + provider + " off the denied providers" : "allow " + provider,
                "the provider is " + (denied ? "denied" : "not among those allowed")));
    }

    private Optional<Rejection> jurisdiction(Candidate candidate) {
        List<String> allowed = candidate.reading().workload().surroundings().jurisdictions();
        String country = candidate.quote().country();
        boolean device = candidate.quote().habitat().family() == Family.DEVICE;
        if (allowed.isEmpty() || device || allowed.stream().anyMatch(a -> covers(a, country))) {
            return Optional.empty();
        }
        return Optional.of(candidate.reject(
                Constraint.JURISDICTION,
                country.isEmpty() ? "unknown country" : country,
                String.join(", ", allowed),
                country.isEmpty() ? "" : "allow data in " + country,
                "its data may not be there"));
    }

    private boolean covers(String allowed, String country) {
        return allowed.equals(country)
                || policy.jurisdictions().getOrDefault(allowed, Set.of()).contains(country);
    }

    private Optional<Rejection> residence(Candidate candidate) {
        Surroundings surroundings = candidate.reading().workload().surroundings();
        // With jurisdictions stated, those say from where the data may not leave.
        boolean bound = surroundings.dataMayNotLeave().orElse(false)
                && surroundings.jurisdictions().isEmpty();
        if (!bound || candidate.ours()) {
            return Optional.empty();
        }
        return Optional.of(candidate.reject(
                Constraint.DATA_RESIDENCE,
                candidate.quote().provider() + " " + candidate.quote().region(),
                "where the data arises",
                "state the jurisdictions that the data may not leave",
                "its data may not leave where it arises"));
    }

    private Optional<Rejection> offline(Candidate candidate) {
        Family family = candidate.quote().habitat().family();
        boolean must =
                candidate.reading().workload().surroundings().mustWorkOffline().orElse(false);
        if (!must || family == Family.DEVICE || family == Family.ON_PREMISES) {
            return Optional.empty();
        }
        return Optional.of(candidate.reject(
                Constraint.OFFLINE,
                "needs a network",
                "works without a network",
                "passes if a network may be counted on",
                "it must work without a network, and this place is reached by one"));
    }

    private Optional<Rejection> latency(Candidate candidate) {
        Optional<Duration> objective = candidate.reading().workload().needs().latencyObjective();
        if (objective.isEmpty()) {
            return Optional.empty();
        }
        double allowed = objective.get().toNanos() / 1e6;
        double compute = computeMillis(candidate);
        double floor = floorMillis(candidate);
        if (floor + compute <= allowed) {
            return Optional.empty();
        }
        String change = compute <= allowed
                ? "fits if p99 <= " + Show.millis(Math.ceil((floor + compute) * 100) / 100) + ", or within "
                        + Show.number(network.reachKm(allowed - compute), 0) + " km of the users"
                : "fits if p99 <= " + Show.millis(Math.ceil((floor + compute) * 100) / 100);
        return Optional.of(candidate.reject(
                Constraint.LATENCY,
                Show.millis(floor) + " network + " + Show.millis(compute) + " computing",
                Show.millis(allowed),
                change,
                "light in fibre and the computation alone take longer than the objective"));
    }

    private double floorMillis(Candidate candidate) {
        return candidate
                .quote()
                .location()
                .flatMap(there -> candidate.users().map(here -> network.floorMillis(here, there)))
                .orElse(0.0);
    }

    /** As measured; else the bound that memory bandwidth sets: every weight is read once for a step. */
    private static double computeMillis(Candidate candidate) {
        return candidate
                .reading()
                .workload()
                .needs()
                .computeLatency()
                .map(measured -> measured.toNanos() / 1e6)
                .orElseGet(() -> bandwidthBound(candidate));
    }

    private static double bandwidthBound(Candidate candidate) {
        long bandwidth = candidate.footprint().accelerator().bandwidth();
        double weights = candidate.footprint().parts().stream()
                .filter(part -> part.description().equals("weights"))
                .mapToDouble(part -> part.size().low())
                .sum();
        return bandwidth == 0 ? 0 : weights / candidate.footprint().perReplica() / bandwidth * 1e3;
    }

    /** One replica or one training job that spans machines needs a network made for it. */
    private Optional<Rejection> fabric(Candidate candidate) {
        BigDecimal perMachine = candidate.quote().perMachine();
        int one = candidate.footprint().perReplica();
        boolean spans = perMachine.compareTo(BigDecimal.valueOf(one)) < 0;
        boolean machine = spans && !candidate.quote().fabric().isEmpty() && perMachine.compareTo(BigDecimal.ONE) > 0;
        if (!spans || machine) {
            return Optional.empty();
        }
        return Optional.of(candidate.reject(
                Constraint.FABRIC,
                perMachine.stripTrailingZeros().toPlainString() + " in a machine, "
                        + (candidate.quote().fabric().isEmpty()
                                ? "no fabric"
                                : candidate.quote().fabric()),
                one + " together",
                "fits with " + one + " in one machine, or with a fabric between machines",
                "its accelerators must work as one, and this offer does not join them"));
    }

    private Optional<Rejection> scale(Candidate candidate) {
        boolean ownedWithoutMachines = !candidate.quote().site().isEmpty()
                && candidate.assessment().isPresent()
                && candidate.assessment().get().fittingCount() == 0
                && candidate.assessment().get().shortfallWatts() == 0
                && !candidate.assessment().get().fits();
        if (!ownedWithoutMachines) {
            return Optional.empty();
        }
        return Optional.of(candidate.reject(
                Constraint.SCALE,
                "0 free",
                candidate.footprint().accelerators() + " accelerators",
                "",
                "the site has no free machines of this kind"));
    }

    private Optional<Rejection> preemption(Candidate candidate) {
        if (candidate.quote().habitat().purchase() != Purchase.SPOT) {
            return Optional.empty();
        }
        boolean may = candidate.reading().workload().restartable().orElseGet(() -> restarts(candidate));
        return may
                ? Optional.empty()
                : Optional.of(candidate.reject(
                        Constraint.PREEMPTION,
                        "may be taken back at any time",
                        "not interrupted",
                        "passes if restartable",
                        "it may not be interrupted, and spot capacity is"));
    }

    /** What the class says where its owner does not: serving and interactive work are not interrupted. */
    private static boolean restarts(Candidate candidate) {
        return switch (candidate.workloadClass()) {
            case SUSTAINED_INFERENCE, LOW_LATENCY_INFERENCE, EDGE_INFERENCE, DEVELOPMENT -> false;
            case LARGE_MODEL_TRAINING,
                    RECURRING_TRAINING,
                    FINE_TUNING,
                    EXPERIMENTATION,
                    BATCH_INFERENCE,
                    NOT_AI,
                    UNDETERMINED -> true;
        };
    }

    private Optional<Rejection> commitment(Candidate candidate) {
        Duration term = candidate.quote().commitment();
        boolean owned = candidate.quote().habitat().purchase() == Purchase.OWNED;
        if (term.isZero() || owned || term.compareTo(duration) <= 0) {
            return Optional.empty();
        }
        boolean usual = policy.row(candidate.workloadClass()).habitats().stream()
                .anyMatch(habitat -> habitat.purchase() == Purchase.RESERVED);
        if (constraints.allowCommitments().orElse(usual)) {
            return Optional.empty();
        }
        return Optional.of(candidate.reject(
                Constraint.COMMITMENT,
                term.toDays() + " days",
                duration.toDays() + " days",
                "passes with allow_commitments, or for " + term.toDays() + " days of work",
                "it would bind the owner for longer than the work"));
    }

    private Optional<Rejection> power(Candidate candidate) {
        if (candidate.assessment().isEmpty() || candidate.assessment().get().fits()) {
            return Optional.empty();
        }
        Capacity.Assessment no = candidate.assessment().get();
        String change = no.fittingCount() > 0
                ? "fits with " + no.fittingCount() + " accelerators, "
                        + Math.max(1, candidate.footprint().accelerators() - no.fittingCount()) + " fewer"
                : "fits with " + Show.kilowatts(no.shortfallWatts()) + " more at " + no.binding();
        return Optional.of(new Rejection(
                candidate.quote().site() + ": "
                        + candidate.quote().accelerator().displayName(),
                Constraint.POWER,
                Show.kilowatts(no.shortfallWatts()) + " short",
                no.binding(),
                change,
                "power or cooling does not suffice",
                1,
                Optional.of(no.original())));
    }

    private Optional<Rejection> budget(Candidate candidate) {
        Optional<BigDecimal> budget = constraints.maximumHourlyUsd();
        BigDecimal hourly = candidate.quote().hourlyUsd();
        if (budget.isEmpty() || hourly.compareTo(budget.get()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(candidate.reject(
                Constraint.BUDGET,
                Show.usdPerHour(hourly),
                Show.usdPerHour(budget.get()),
                "fits with a budget of " + Show.usdPerHour(hourly.setScale(2, RoundingMode.CEILING)),
                "it costs more than the budget"));
    }
}
