package dev.emplace.workload.domain.estimate;

import dev.emplace.workload.domain.estimate.Figure.Quantity;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.latency.Latencies;
import dev.emplace.workload.domain.latency.Latency;
import dev.emplace.workload.domain.workload.ServiceNeeds;
import java.util.ArrayList;
import java.util.List;

/** A replica that answers each input by one pass, one at a time; empty where nothing is known to work it out from. */
record PassSpeed(ModelShape model, ServiceNeeds needs, Latencies latencies) implements Speed {
    private static final List<String> BY =
            List.of("compute_latency", "model.pass_flops", "inputs[latency.pass_efficiency]");

    @Override
    public List<Figure> figures(Footprint footprint) {
        return latencies
                .of(needs, model, footprint.accelerator(), footprint.perReplica())
                .map(PassSpeed::figures)
                .orElse(List.of());
    }

    private static List<Figure> figures(Latency pass) {
        List<Figure> figures = new ArrayList<>(List.of(Speed.figure(Quantity.PASS_MILLISECONDS, pass, BY)));
        Speed.rate(
                        Quantity.SAMPLES_PER_SECOND,
                        1,
                        pass,
                        "1 / the time of a pass, one at a time; batches answer more in a second, each later",
                        BY)
                .ifPresent(figures::add);
        return figures;
    }
}
