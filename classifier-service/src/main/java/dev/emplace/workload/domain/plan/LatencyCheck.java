package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.latency.Latency;
import dev.emplace.workload.domain.policy.Habitat.Family;
import java.time.Duration;
import java.util.Optional;

/** Light in fibre and the least that the computation takes must fit the objective together. */
final class LatencyCheck implements Check {
    private final Network network;

    LatencyCheck(Network network) {
        this.network = network;
    }

    @Override
    public Optional<Failure> of(Candidate candidate) {
        Optional<Duration> objective = candidate.reading().workload().needs().latencyObjective();
        if (objective.isEmpty()) {
            return Optional.empty();
        }
        double allowed = objective.get().toNanos() / 1e6;
        double compute = candidate.compute().map(Latency::low).orElse(0.0);
        boolean unplaced = candidate.quote().location().isEmpty()
                && candidate.quote().habitat().family() != Family.DEVICE;
        double floor = unplaced
                ? network.farthestFloorMillis()
                : candidate.floorMillis(network).orElse(0.0);
        double least = floor + compute;
        if (least <= allowed) {
            return Optional.empty();
        }
        String within = compute <= allowed && floor > 0 && !unplaced
                ? ", or within " + Show.floor(network.reachKm(allowed - compute), 0) + " km of the users"
                : "";
        return Failure.of(
                Constraint.LATENCY,
                (unplaced ? "up to " : "") + Show.millis(floor) + " network + " + Show.millis(compute) + " computing",
                Show.millis(allowed),
                "fits if p99 <= " + Show.millis(Math.ceil(least * 100) / 100) + within,
                unplaced
                        ? "where it stands is not known, so it may be half around the Earth"
                        : "light in fibre and the computation alone take longer than the objective",
                least / allowed);
    }
}
