package dev.emplace.bench.usage;

import dev.emplace.bench.data.Beside;
import dev.emplace.bench.report.Measurement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What is scored of series of load. */
public final class UsageBench {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private UsageBench() {}

    /**
     * All of it.
     *
     * @param folder of the traces
     */
    public static List<Measurement> measurements(Path folder) {
        return List.of(
                Beside.on("serving", SHORT, folder.resolve("servegen"), at -> new ServingLoads(at).rows()),
                Beside.on(
                        "pods",
                        SHORT,
                        folder.resolve("alibaba-openb-2023/openb_pod_list_default.csv"),
                        file -> new PodLoads(Pod.read(file)).rows()),
                Beside.on(
                        "requests",
                        SHORT,
                        folder.resolve("alibaba-openb-2023/openb_pod_list_default.csv"),
                        file -> new RequestNeighbours(Pod.read(file)).rows()));
    }
}
