package dev.emplace.platform.calls;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.ToDoubleFunction;

/** What the dispatcher's lane shows of itself. */
final class LaneMetrics {

    private final MeterRegistry registry;
    private final Lane lane;

    private LaneMetrics(MeterRegistry registry, Lane lane) {
        this.registry = registry;
        this.lane = lane;
    }

    static void register(MeterRegistry registry, Lane lane) {
        LaneMetrics metrics = new LaneMetrics(registry, lane);
        metrics.gauge("running", "Blocking calls that run now", Lane::running);
        metrics.gauge(
                "running.limit", "Blocking calls that may run at once (emplace.calls.concurrency)", Lane::concurrency);
        metrics.gauge("waiting", "Blocking calls that wait for one of those to end", Lane::waiting);
        metrics.gauge("waiting.limit", "Blocking calls that may wait (emplace.calls.queue)", Lane::capacity);
    }

    /** How long calls wait before they run. */
    static Timer waits(MeterRegistry registry) {
        return Timer.builder("emplace.dispatcher.wait")
                .description("Time that blocking calls waited before they ran")
                .register(registry);
    }

    private void gauge(String name, String description, ToDoubleFunction<Lane> value) {
        Gauge.builder("emplace.dispatcher." + name, lane, value)
                .description(description)
                .register(registry);
    }
}
