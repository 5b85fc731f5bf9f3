package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.policy.Habitat.Purchase;
import java.util.Optional;

/** Spot capacity is taken back; what may not be interrupted has no place on it. */
final class PreemptionCheck implements Check {
    @Override
    public Optional<Failure> of(Candidate candidate) {
        boolean spot = candidate.quote().habitat().purchase() == Purchase.SPOT;
        boolean may = candidate.reading().workload().restartable().orElseGet(() -> restarts(candidate));
        return !spot || may
                ? Optional.empty()
                : Failure.of(
                        Constraint.PREEMPTION,
                        "may be taken back at any time",
                        "not interrupted",
                        "passes if restartable",
                        "it may not be interrupted, and spot capacity is");
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
}
