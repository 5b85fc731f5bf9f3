package dev.emplace.bench.accuracy;

import dev.emplace.bench.data.Beside;
import dev.emplace.bench.report.Measurement;
import dev.emplace.bench.report.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What is scored of power-service's draw model, on measured data that lies beside the project. */
public final class AccuracyBench {
    private AccuracyBench() {}

    /**
     * All of it, each row with the predictions that it consists of.
     *
     * @param folder has mlenergy and mlperf
     */
    public static List<Measurement> measurements(Path folder) {
        return List.of(
                on(
                        "wall",
                        folder.resolve("mlperf/inference_wall_power.csv"),
                        file -> new WallAccuracy(WallRun.read(file)).rows()),
                on(
                        "training",
                        folder.resolve("mlperf/training_wall_power.csv"),
                        file -> new TrainingAccuracy(file).rows()),
                on(
                        "coincidence",
                        folder.resolve("mlperf/training_gpt3_64node_ac_power.csv"),
                        file -> new CoincidenceAccuracy(file).rows()),
                on("fraction", folder.resolve("mlenergy/gpu_power.csv"), file -> new FractionAccuracy(file).rows()));
    }

    private static Measurement on(String name, Path file, Function<Path, List<Row>> score) {
        return Beside.on(name, Duration.ofSeconds(5), file, score);
    }
}
