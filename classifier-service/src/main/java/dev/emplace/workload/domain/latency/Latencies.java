package dev.emplace.workload.domain.latency;

import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.workload.ServiceNeeds;
import java.util.Optional;

/** Works out how long one inference takes on an accelerator. */
public final class Latencies {
    private final LatencyParameters parameters;

    public Latencies(LatencyParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * One inference of a model that writes no text, the first token of one that does; what its owner has measured goes
     * before both. Empty where nothing is known to work it out from.
     *
     * @param accelerators over which one replica is spread
     */
    public Optional<Latency> of(ServiceNeeds needs, ModelShape model, AcceleratorFacts accelerator, int accelerators) {
        if (needs.computeLatency().isPresent()) {
            return needs.computeLatency().map(measured -> Latency.measured(measured.toNanos() / 1e6));
        }
        if (!model.generates()) {
            return new PassLatency(parameters).of(model, accelerator);
        }
        return Optional.of(new TokenLatency(parameters, model, accelerator, accelerators)
                .firstToken(needs.promptTokens(), needs.concurrentRequests().orElse(1)));
    }

    /**
     * A decode step of a model that writes text.
     *
     * @param requests written at the same time
     * @param tokens that each has in its cache; empty takes the policy's prompt, and bounds nothing
     */
    public Latency step(
            ModelShape model, AcceleratorFacts accelerator, int accelerators, int requests, Optional<Integer> tokens) {
        return new TokenLatency(parameters, model, accelerator, accelerators).step(requests, tokens);
    }
}
