package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.footprint.FootprintParameters;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.workload.ServiceNeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a footprint takes for granted because nobody states it. */
record SizingAssumptions(FootprintParameters parameters) {

    List<Assumed> of(Reading reading, ModelShape shape, Optional<Wish> wish) {
        List<Assumed> assumed = new ArrayList<>(shape.assumptions());
        WorkloadClass workloadClass = reading.classification().workloadClass();
        if (workloadClass.trains()) {
            training(workloadClass, reading.adapter(), assumed);
        } else {
            serving(reading.workload().needs(), shape, assumed);
        }
        wish.ifPresent(asked -> assumed.add(asked.assumed()));
        return assumed;
    }

    private void serving(ServiceNeeds needs, ModelShape shape, List<Assumed> assumed) {
        if (shape.generates() && needs.contextTokens().isEmpty()) {
            assumed.add(new Assumed(
                    "context_tokens", parameters.contextTokens() + " tokens", "nobody states the longest context"));
        }
        if (shape.generates() && needs.concurrentRequests().isEmpty()) {
            assumed.add(new Assumed(
                    "concurrent_requests",
                    parameters.concurrentRequests() + " requests in a replica",
                    "nobody states the load"));
        }
        if (needs.replicas().isEmpty()) {
            assumed.add(new Assumed("replica_count", "1 replica", "nobody states the replicas"));
        }
    }

    private void training(WorkloadClass workloadClass, boolean adapter, List<Assumed> assumed) {
        if (workloadClass == WorkloadClass.FINE_TUNING) {
            assumed.add(new Assumed(
                    "activity",
                    adapter ? "an adapter of 1% of the parameters" : "all parameters are trained",
                    adapter ? "LoRA is named" : "no adapter is named"));
        }
        assumed.add(new Assumed(
                "model.hidden_size",
                parameters.trainingBatch() + " sequence of " + parameters.trainingSequence()
                        + " tokens on each accelerator, activations recomputed",
                "nobody states the batch"));
    }
}
