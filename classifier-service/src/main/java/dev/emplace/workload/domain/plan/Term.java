package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.workload.ServiceNeeds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** For how long, and how busily, a workload is kept, and what of that is assumed. */
record Term(Duration duration, BigDecimal utilization, List<Assumed> assumptions) {
    Term {
        assumptions = List.copyOf(assumptions);
    }

    static Term of(ServiceNeeds needs, WorkloadClass workloadClass, Policy policy) {
        Duration usual = Duration.ofHours((long) policy.number(hours(workloadClass)));
        BigDecimal busy = needs.utilizationPercent()
                .map(percent -> BigDecimal.valueOf(percent).divide(BigDecimal.valueOf(100), 6, RoundingMode.HALF_EVEN))
                .orElse(BigDecimal.ONE);
        List<Assumed> assumed = new ArrayList<>();
        if (needs.duration().isEmpty()) {
            assumed.add(new Assumed("duration", usual.toHours() + " hours", "usual for this class; nobody states it"));
        }
        if (needs.utilizationPercent().isEmpty()) {
            assumed.add(new Assumed("utilization_percent", "100%", "nobody states how busy it is"));
        }
        // A share that rounds to nothing still is a share.
        return new Term(needs.duration().orElse(usual), busy.max(new BigDecimal("0.000001")), assumed);
    }

    private static String hours(WorkloadClass workloadClass) {
        return switch (workloadClass) {
            case SUSTAINED_INFERENCE, LOW_LATENCY_INFERENCE, EDGE_INFERENCE, DEVELOPMENT, NOT_AI, UNDETERMINED ->
                "plan.serving_hours";
            case LARGE_MODEL_TRAINING, RECURRING_TRAINING -> "plan.training_hours";
            case FINE_TUNING, EXPERIMENTATION, BATCH_INFERENCE -> "plan.short_hours";
        };
    }
}
