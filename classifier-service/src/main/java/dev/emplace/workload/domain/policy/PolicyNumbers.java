package dev.emplace.workload.domain.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the named parameters: which there must be, and where each may lie. */
final class PolicyNumbers {
    /** What formulas divide by may be small, but not nothing. */
    private static final double LEAST = 1e-9;

    private static final double MOST = 1e12;

    /** Counts become whole numbers of 31 bits, and products of them must still be sums that can be said. */
    private static final double MOST_COUNT = 1e6;

    /** Terms that are added, and may be nothing at all. */
    private static final Set<String> ADDED = Set.of(
            "confidence.strength_share",
            "footprint.weight_overhead",
            "footprint.runtime_gib",
            "footprint.slowest_token_ms",
            "latency.pass_overhead_ms",
            "footprint.training_zero_stage",
            "footprint.training_recompute",
            "latency.layer_ms",
            "latency.step_error",
            "network.base_ms",
            "network.transport_usd_per_gb",
            "network.local_km");

    private static final Set<String> SHARES = Set.of(
            "confidence.strength_share",
            "footprint.usable_share",
            "footprint.training_usable_share",
            "footprint.adapter_share",
            "latency.prefill_use",
            "plan.draw_share_of_tdp");

    private static final Set<String> COUNTS = Set.of(
            "footprint.accelerators_per_node",
            "footprint.most_accelerators_per_replica",
            "footprint.context_tokens",
            "footprint.concurrent_requests",
            "footprint.training_batch",
            "footprint.training_sequence_tokens",
            "latency.step_most_batch",
            "latency.prompt_tokens");

    private PolicyNumbers() {}

    static Map<String, Double> read(PolicyNode node, Set<String> names) {
        Map<String, Double> numbers = new HashMap<>();
        for (PolicyNode group : node.entries()) {
            for (PolicyNode number : group.entries()) {
                String name = group.key() + "." + number.key();
                if (!names.isEmpty() && !names.contains(name)) {
                    throw number.wrong("is a number that this version does not read; it reads " + group(names, group));
                }
                numbers.put(name, value(name, number));
            }
        }
        Set<String> missing = new TreeSet<>(names);
        missing.removeAll(numbers.keySet());
        if (!missing.isEmpty()) {
            throw node.wrong("lacks " + String.join(", ", missing) + ": this version reads it, so state it");
        }
        return numbers;
    }

    private static double value(String name, PolicyNode number) {
        double least = COUNTS.contains(name) ? 1 : ADDED.contains(name) ? 0 : LEAST;
        double most = SHARES.contains(name) ? 1 : COUNTS.contains(name) ? MOST_COUNT : MOST;
        double value = number.number(least, most);
        if (COUNTS.contains(name) && value != Math.rint(value)) {
            throw number.wrong("must be a whole number, not " + value);
        }
        return value;
    }

    private static Set<String> group(Set<String> names, PolicyNode group) {
        Set<String> there = new TreeSet<>(names);
        there.removeIf(name -> !name.startsWith(group.key() + "."));
        return there.isEmpty() ? new TreeSet<>(names) : there;
    }
}
