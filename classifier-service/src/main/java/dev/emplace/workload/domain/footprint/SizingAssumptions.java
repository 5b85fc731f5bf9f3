package dev.emplace.workload.domain.footprint;

import dev.emplace.workload.domain.workload.ServiceNeeds;
import java.util.ArrayList;
import java.util.List;

/** What a footprint takes for granted because nobody states it. */
public record SizingAssumptions(FootprintParameters parameters) {

    /** Of a model that serves. */
    public List<Assumed> serving(ModelShape model, ServiceNeeds needs) {
        List<Assumed> assumed = new ArrayList<>(model.assumptions());
        if (model.generates() && needs.contextTokens().isEmpty()) {
            assumed.add(new Assumed(
                    "context_tokens", parameters.contextTokens() + " tokens", "nobody states the longest context"));
        }
        if (model.generates() && needs.concurrentRequests().isEmpty()) {
            assumed.add(new Assumed(
                    "concurrent_requests",
                    parameters.concurrentRequests() + " requests in a replica",
                    "nobody states the load"));
        }
        if (needs.replicas().isEmpty()) {
            assumed.add(new Assumed("replica_count", "1 replica", "nobody states the replicas"));
        }
        return assumed;
    }

    /**
     * Of a model that is trained.
     *
     * @param tunes whether it starts from a trained model
     */
    public List<Assumed> training(ModelShape model, Training training, boolean tunes) {
        List<Assumed> assumed = new ArrayList<>(model.assumptions());
        if (tunes) {
            assumed.add(new Assumed(
                    "activity",
                    training.adapter()
                            ? "an adapter of " + 100 * parameters.adapterShare() + "% of the parameters"
                            : "all parameters are trained",
                    training.adapter() ? training + " is named" : "no adapter is named"));
        }
        assumed.add(new Assumed(
                "model.hidden_size",
                parameters.trainingBatch() + " sequence of " + parameters.trainingSequence()
                        + " tokens on each accelerator, activations "
                        + (parameters.recompute() ? "recomputed" : "kept"),
                "nobody states the batch"));
        return assumed;
    }
}
