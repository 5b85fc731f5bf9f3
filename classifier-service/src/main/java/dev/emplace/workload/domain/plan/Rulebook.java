package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.manifest.Manifests;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.reading.WorkloadReader;

/** A policy and all that judges by it: who answers a call takes one, and keeps to it. */
public record Rulebook(Policy policy, WorkloadReader reader, Planner planner) {

    public static Rulebook of(Policy policy, Manifests manifests, Prices prices, Capacity capacity) {
        return new Rulebook(
                policy, new WorkloadReader(new Classifier(policy), manifests), new Planner(policy, prices, capacity));
    }
}
