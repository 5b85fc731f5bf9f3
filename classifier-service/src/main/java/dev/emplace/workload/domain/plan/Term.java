package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.workload.ServiceNeeds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * For how long, and how busily, a workload is kept, and what of that is assumed.
 *
 * @param duration from its start to its end, pauses included
 * @param stated whether its owner says when it ends
 * @param runs share of that time in which it runs; 1 for what never pauses
 * @param utilization share of the time that it runs in which it does useful work
 */
record Term(Duration duration, boolean stated, BigDecimal runs, BigDecimal utilization, List<Assumed> assumptions) {
    /** Ways to buy that are paid only while the work runs; all others are paid for all the time. */
    static final Set<Purchase> PAID_BY_USE = Set.of(Purchase.SPOT, Purchase.ON_DEMAND, Purchase.BLOCK);

    static final Set<Purchase> PAID_ALWAYS = Set.of(Purchase.RESERVED, Purchase.OWNED);
    static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(730);
    private static final BigDecimal LEAST_SHARE = new BigDecimal("0.000001");
    private static final int DIGITS = 6;
    private static final int SHARE_DIGITS = 12;

    Term {
        assumptions = List.copyOf(assumptions);
    }

    static Term of(ServiceNeeds needs, WorkloadClass workloadClass, Policy policy) {
        Duration usual = Duration.ofHours((long) policy.number(hours(workloadClass)));
        boolean recurs = workloadClass == WorkloadClass.RECURRING_TRAINING;
        List<Assumed> assumed = new ArrayList<>();
        if (needs.duration().isEmpty()) {
            assumed.add(new Assumed("duration", usual.toHours() + " hours", "usual for this class; nobody states it"));
        }
        double monthly = policy.number("plan.recurring_run_hours");
        if (needs.monthlyRunHours().isEmpty() && recurs) {
            assumed.add(new Assumed(
                    "monthly_run_hours",
                    Show.number(monthly, 0) + " hours of each month",
                    "it comes back, and nobody states for how long"));
        }
        if (needs.utilizationPercent().isEmpty()) {
            assumed.add(new Assumed("utilization_percent", "100%", "nobody states how busy it is"));
        }
        BigDecimal runs = needs.monthlyRunHours()
                .or(() -> Optional.of(monthly).filter(m -> recurs))
                .map(hours -> share(hours, HOURS_PER_MONTH))
                .orElse(BigDecimal.ONE);
        BigDecimal busy = needs.utilizationPercent()
                .map(percent -> share(percent, BigDecimal.valueOf(100)))
                .orElse(BigDecimal.ONE);
        return new Term(needs.duration().orElse(usual), needs.duration().isPresent(), runs, busy, assumed);
    }

    /** A share that rounds to nothing still is a share. */
    private static BigDecimal share(double part, BigDecimal whole) {
        return BigDecimal.valueOf(part)
                .divide(whole, SHARE_DIGITS, RoundingMode.HALF_EVEN)
                .max(LEAST_SHARE)
                .min(BigDecimal.ONE);
    }

    boolean pauses() {
        return runs.compareTo(BigDecimal.ONE) < 0;
    }

    BigDecimal hours() {
        return BigDecimal.valueOf(duration.toSeconds())
                .divide(BigDecimal.valueOf(3_600), DIGITS, RoundingMode.HALF_EVEN);
    }

    BigDecimal runningHours() {
        return hours().multiply(runs);
    }

    /** The time in which it runs. */
    Duration running() {
        return Duration.ofSeconds(Math.max(
                1, BigDecimal.valueOf(duration.toSeconds()).multiply(runs).longValue()));
    }

    /** Whether capacity that is bought in this way is paid only while the work runs. */
    static boolean paidByUse(Purchase purchase) {
        return PAID_BY_USE.contains(purchase);
    }

    private static String hours(WorkloadClass workloadClass) {
        return switch (workloadClass) {
            case SUSTAINED_INFERENCE, LOW_LATENCY_INFERENCE, EDGE_INFERENCE, DEVELOPMENT, NOT_AI, UNDETERMINED ->
                "plan.serving_hours";
            case LARGE_MODEL_TRAINING -> "plan.training_hours";
            case RECURRING_TRAINING -> "plan.recurring_hours";
            case FINE_TUNING, EXPERIMENTATION, BATCH_INFERENCE -> "plan.short_hours";
        };
    }
}
