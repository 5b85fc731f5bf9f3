package dev.emplace.workload.domain.edge;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.edge.EdgeVerdict.Outcome;
import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.footprint.Footprints;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.footprint.ModelTable;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.workload.Workload;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Applies all eight rules about the edge, each with its number, wherever the edge is in question. */
public final class EdgeRules {
    private static final double HOURS_PER_YEAR = 8_760;

    private final Policy policy;
    private final ModelTable models;
    private final Footprints footprints;

    public EdgeRules(Policy policy) {
        this.policy = policy;
        this.models = new ModelTable(policy.models());
        this.footprints = new Footprints(policy.footprint());
    }

    /** Whether anything about a workload brings the edge into question. */
    public boolean inQuestion(WorkloadClass workloadClass, Workload workload) {
        boolean tight = workload.needs()
                .latencyObjective()
                .map(objective -> millis(objective) < policy.number("edge.relaxed_latency_ms"))
                .orElse(false);
        return workloadClass == WorkloadClass.EDGE_INFERENCE
                || tight
                || workload.surroundings().runsOnDevice().orElse(false)
                || workload.surroundings().mustWorkOffline().orElse(false)
                || workload.surroundings().dataMayNotLeave().orElse(false)
                || workload.surroundings().hourlyInputBytes().isPresent()
                || workload.surroundings().deviceCapitalUsd().isPresent();
    }

    /**
     * The eight verdicts.
     *
     * @param networkMillis estimated round trip to the nearest place in a cloud; empty where it is unknown
     */
    public List<EdgeVerdict> apply(Workload workload, Optional<Double> networkMillis) {
        return List.of(
                latency(workload, networkMillis),
                flag(
                        EdgeRule.DATA_MAY_NOT_LEAVE,
                        workload.surroundings().dataMayNotLeave(),
                        "data_may_not_leave",
                        "its data may not leave where it arises, so it is computed there"),
                flag(
                        EdgeRule.MUST_WORK_OFFLINE,
                        workload.surroundings().mustWorkOffline(),
                        "must_work_offline",
                        "it must work without a network"),
                transport(workload),
                memory(workload),
                flag(
                        EdgeRule.NEEDS_FAST_UPDATES,
                        workload.surroundings().needsFrequentUpdates(),
                        "needs_frequent_updates",
                        "models on devices are slow to update without physical access"),
                roundTripIsFine(workload),
                capital(workload));
    }

    private static EdgeVerdict flag(EdgeRule rule, Optional<Boolean> stated, String field, String holds) {
        if (stated.isEmpty()) {
            return unknown(rule, "yes", field);
        }
        boolean yes = stated.get();
        return new EdgeVerdict(
                rule,
                yes ? speaks(rule) : Outcome.SILENT,
                yes ? "yes" : "no",
                "yes",
                yes ? holds : field + " is stated as false");
    }

    private EdgeVerdict latency(Workload workload, Optional<Double> networkMillis) {
        double limit = policy.number("edge.latency_ms");
        Optional<Duration> objective = workload.needs().latencyObjective();
        String threshold = "objective below " + show(limit) + " ms and below the round trip";
        if (objective.isEmpty()) {
            return unknown(EdgeRule.LATENCY_BELOW_NETWORK, threshold, "latency_objective");
        }
        double wanted = millis(objective.get());
        if (wanted >= limit) {
            return new EdgeVerdict(
                    EdgeRule.LATENCY_BELOW_NETWORK,
                    Outcome.SILENT,
                    show(wanted) + " ms",
                    threshold,
                    "the objective leaves time for a network");
        }
        if (networkMillis.isEmpty()) {
            return unknown(EdgeRule.LATENCY_BELOW_NETWORK, threshold, "users_location");
        }
        double network = networkMillis.get();
        boolean exceeded = network > wanted;
        return new EdgeVerdict(
                EdgeRule.LATENCY_BELOW_NETWORK,
                exceeded ? Outcome.FOR_EDGE : Outcome.SILENT,
                show(network) + " ms round trip for " + show(wanted) + " ms",
                threshold,
                exceeded
                        ? "the network alone takes longer than the objective allows"
                        : "the nearest region is close enough");
    }

    private EdgeVerdict transport(Workload workload) {
        double rental = policy.number("edge.rental_usd_per_hour");
        Optional<Long> bytes = workload.surroundings().hourlyInputBytes();
        String threshold = "USD " + show(rental) + " an hour for computing";
        if (bytes.isEmpty()) {
            return unknown(EdgeRule.MOVING_DATA_COSTS_MORE, threshold, "hourly_input_bytes");
        }
        double perGigabyte = workload.surroundings()
                .transportUsdPerGb()
                .map(BigDecimal::doubleValue)
                .orElse(policy.number("network.transport_usd_per_gb"));
        double moving = bytes.get() / 1e9 * perGigabyte;
        boolean dearer = moving > rental;
        return new EdgeVerdict(
                EdgeRule.MOVING_DATA_COSTS_MORE,
                dearer ? Outcome.FOR_EDGE : Outcome.SILENT,
                "USD " + show(moving) + " an hour for moving",
                threshold,
                dearer ? "moving the data costs more than computing on it" : "moving the data costs less");
    }

    private EdgeVerdict memory(Workload workload) {
        long bytes = Math.round(policy.number("edge.device_memory_gib") * (1L << 30));
        String threshold = show(bytes / 1e9) + " GB on the largest usual device";
        Optional<ModelShape> shape = ModelShape.of(workload.model(), models);
        if (shape.isEmpty()) {
            return unknown(EdgeRule.MODEL_DOES_NOT_FIT, threshold, "model.parameter_count");
        }
        AcceleratorFacts device = new AcceleratorFacts("device", "device", true, bytes, 1, 0, 0, List.of());
        Footprint footprint = footprints.serving(shape.get(), device, new Footprints.Load(2_048, 1, 1, 1));
        return new EdgeVerdict(
                EdgeRule.MODEL_DOES_NOT_FIT,
                footprint.fits() ? Outcome.SILENT : Outcome.AGAINST_EDGE,
                show(footprint.memory().expected() / 1e9) + " GB",
                threshold,
                footprint.fits() ? "the model fits a device" : "the model does not fit the memory of a device");
    }

    private EdgeVerdict roundTripIsFine(Workload workload) {
        double relaxed = policy.number("edge.relaxed_latency_ms");
        Optional<Duration> objective = workload.needs().latencyObjective();
        if (objective.isEmpty()) {
            return unknown(EdgeRule.CLOUD_ROUND_TRIP_IS_FINE, show(relaxed) + " ms", "latency_objective");
        }
        boolean fine = millis(objective.get()) >= relaxed;
        return new EdgeVerdict(
                EdgeRule.CLOUD_ROUND_TRIP_IS_FINE,
                fine ? Outcome.AGAINST_EDGE : Outcome.SILENT,
                show(millis(objective.get())) + " ms",
                show(relaxed) + " ms",
                fine ? "the round trip to a cloud fits the objective" : "the objective is tighter than that");
    }

    private EdgeVerdict capital(Workload workload) {
        double share = workload.needs().utilizationPercent().orElse(100.0) / 100;
        double renting = policy.number("edge.rental_usd_per_hour") * share;
        String threshold = "USD " + show(renting) + " an hour of renting at this utilisation";
        Optional<BigDecimal> capital = workload.surroundings().deviceCapitalUsd();
        if (capital.isEmpty()) {
            return unknown(EdgeRule.CAPITAL_IS_PROHIBITIVE, threshold, "device_capital");
        }
        double owning = capital.get().doubleValue() / (policy.number("edge.capital_years") * HOURS_PER_YEAR);
        boolean prohibitive = owning > renting;
        return new EdgeVerdict(
                EdgeRule.CAPITAL_IS_PROHIBITIVE,
                prohibitive ? Outcome.AGAINST_EDGE : Outcome.SILENT,
                "USD " + show(owning) + " an hour of owning over " + show(policy.number("edge.capital_years"))
                        + " years",
                threshold,
                prohibitive ? "the device costs more than renting" : "the device costs no more than renting");
    }

    private static Outcome speaks(EdgeRule rule) {
        return rule.speaksFor() ? Outcome.FOR_EDGE : Outcome.AGAINST_EDGE;
    }

    private static EdgeVerdict unknown(EdgeRule rule, String threshold, String field) {
        return new EdgeVerdict(rule, Outcome.UNKNOWN, "", threshold, "set " + field + " to decide it");
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static String show(double number) {
        return BigDecimal.valueOf(number)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
