package dev.emplace.bench.footprint;

import dev.emplace.bench.data.Beside;
import dev.emplace.bench.report.Measurement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What is scored of footprints and latencies. */
public final class FootprintBench {
    private static final Duration SHORT = Duration.ofSeconds(5);

    private FootprintBench() {}

    /**
     * All of it, each row with the predictions that it consists of.
     *
     * @param folder has power and workload
     */
    public static List<Measurement> measurements(Path folder) {
        return List.of(
                Beside.on(
                        "decode",
                        SHORT,
                        folder.resolve("power/mlenergy/gpu_power.csv"),
                        file -> new DecodeAccuracy(
                                        DecodeRun.read(file, folder.resolve("workload/models/accelerator-systems")))
                                .rows()),
                Beside.on(
                        "edge",
                        SHORT,
                        folder.resolve("workload/traces/mlperf-edge/orin_singlestream.csv"),
                        file -> new EdgeFeasibility(OrinRun.read(file)).rows()));
    }
}
