package dev.emplace.bench.classify;

import dev.emplace.bench.data.Beside;
import dev.emplace.bench.report.Measurement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What is measured of classifying manifests. */
public final class ClassifyBench {
    private ClassifyBench() {}

    /**
     * All of it.
     *
     * @param folder of the labelled manifests
     */
    public static List<Measurement> measurements(Path folder) {
        return List.of(
                Beside.on(
                        "labels",
                        Duration.ofSeconds(30),
                        folder,
                        at -> Labels.of(at).rows()),
                Beside.on("speed", Duration.ofMinutes(1), folder, ManifestSpeed::rows));
    }
}
