package dev.emplace.workload.domain.policy;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.footprint.FootprintParameters;
import dev.emplace.workload.domain.footprint.ModelRow;
import dev.emplace.workload.domain.latency.LatencyParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that a placement's judgement rests on, as data with a version.
 *
 * @param abstainBelow a class with less confidence than this is answered as UNDETERMINED
 * @param fallbackQuestion what to ask where no decision passes, or the confidence is too low
 * @param jurisdictions countries of each group, such as EU
 * @param numbers named parameters of the edge rules and the footprint, such as {@code edge.latency_ms}
 */
public record Policy(
        String version,
        Map<WorkloadClass, ClassRow> classes,
        List<EvidenceRule> evidence,
        List<Decision> decisions,
        double abstainBelow,
        String fallbackQuestion,
        Map<String, Double> numbers,
        List<ModelRow> models,
        Map<String, Set<String>> jurisdictions) {
    public Policy {
        classes = Map.copyOf(classes);
        evidence = List.copyOf(evidence);
        decisions = List.copyOf(decisions);
        numbers = Map.copyOf(numbers);
        models = List.copyOf(models);
        jurisdictions = Map.copyOf(jurisdictions);
    }

    public ClassRow row(WorkloadClass workloadClass) {
        ClassRow row = classes.get(workloadClass);
        if (row == null) {
            throw new IllegalStateException("the policy has no row for " + workloadClass);
        }
        return row;
    }

    /** The class that a sign speaks for first, in the order of the decisions. */
    public WorkloadClass classOf(String sign) {
        for (Decision decision : decisions) {
            boolean tested = Stream.concat(decision.all().stream(), decision.any().stream())
                    .anyMatch(test -> test.name().equals(sign));
            if (tested) {
                return decision.workloadClass();
            }
        }
        return WorkloadClass.UNDETERMINED;
    }

    /** The same with other numbers in place of those of their names. */
    public Policy with(Map<String, Double> others) {
        Map<String, Double> all = new HashMap<>(numbers);
        all.putAll(others);
        return new Policy(
                version, classes, evidence, decisions, abstainBelow, fallbackQuestion, all, models, jurisdictions);
    }

    public double number(String name) {
        Double number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("the policy has no number " + name);
        }
        return number;
    }

    /** The parameters of the latency formulas. */
    public LatencyParameters latency() {
        return new LatencyParameters(
                number("latency.precision_factor"),
                number("latency.pass_efficiency"),
                number("latency.pass_overhead_ms"),
                number("latency.scaled_error"),
                number("latency.layer_ms"),
                number("latency.step_error"),
                (int) number("latency.step_most_batch"),
                number("latency.widened"),
                number("latency.prefill_use"),
                (int) number("latency.prompt_tokens"),
                number("latency.training_use"),
                number("latency.training_use_low"),
                number("latency.training_use_high"));
    }

    /** The parameters of the memory formulas. */
    public FootprintParameters footprint() {
        return new FootprintParameters(
                number("footprint.weight_overhead"),
                number("footprint.runtime_factor"),
                number("footprint.runtime_gib") * (1L << 30),
                number("footprint.usable_share"),
                number("footprint.training_usable_share"),
                (int) number("footprint.accelerators_per_node"),
                (int) number("footprint.most_accelerators_per_replica"),
                (int) number("footprint.context_tokens"),
                (int) number("footprint.concurrent_requests"),
                number("footprint.optimizer_bytes_per_parameter"),
                number("footprint.adapter_share"),
                number("footprint.quantized_frozen_bytes"),
                (int) number("footprint.training_zero_stage"),
                number("footprint.training_recompute") > 0,
                (int) number("footprint.training_batch"),
                (int) number("footprint.training_sequence_tokens"));
    }
}
