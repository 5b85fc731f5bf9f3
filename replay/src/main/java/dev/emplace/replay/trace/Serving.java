package dev.emplace.replay.trace;

import java.util.Set;

/**
 * How a serving load is served.
 *
 * @param gpus accelerators of one replica
 */
public record Serving(String accelerator, int gpus, ReplicaThroughput throughput) {

    Set<String> accelerators() {
        return Set.of(accelerator);
    }
}
