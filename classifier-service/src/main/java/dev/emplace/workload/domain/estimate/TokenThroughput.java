package dev.emplace.workload.domain.estimate;

import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.footprint.FootprintParameters;
import dev.emplace.workload.domain.footprint.Footprints;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.latency.Latencies;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.workload.ServiceNeeds;
import java.util.Optional;

/** The tokens that one replica writes in a second while it is busy: the same figure that an estimate tells. */
public final class TokenThroughput {
    private final TokenSpeed speed;

    public TokenThroughput(Policy policy, ModelShape model, ServiceNeeds needs) {
        FootprintParameters parameters = policy.footprint();
        this.speed = new TokenSpeed(
                model,
                needs,
                Footprints.Load.of(needs, parameters),
                Optional.empty(),
                new Footprints(parameters),
                new Latencies(policy.latency()));
    }

    /** Empty where nothing is known to work it out from. */
    public Optional<Figure> of(Footprint footprint) {
        return speed.written(footprint);
    }
}
