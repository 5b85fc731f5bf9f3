package dev.emplace.workload.domain.estimate;

import dev.emplace.workload.domain.estimate.Figure.Quantity;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.latency.Latency;
import java.util.List;
import java.util.Optional;

/** How fast a workload is on so many accelerators as its footprint says, as figures. */
interface Speed {
    List<Figure> figures(Footprint footprint);

    static Figure figure(Quantity quantity, Latency latency, List<String> overriddenBy) {
        return new Figure(quantity, latency.low(), latency.expected(), latency.high(), latency.formula(), overriddenBy);
    }

    /** How many of something are done in a second, so many in the time of a latency; empty where that may be no time. */
    static Optional<Figure> rate(
            Quantity quantity, double many, Latency latency, String formula, List<String> overriddenBy) {
        return latency.low() <= 0
                ? Optional.empty()
                : Optional.of(new Figure(
                        quantity,
                        many / latency.high() * 1e3,
                        many / latency.expected() * 1e3,
                        many / latency.low() * 1e3,
                        formula,
                        overriddenBy));
    }
}
