package dev.emplace.bench.classify;

import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Classifying a manifest, against what SnakeYAML takes to load the same text. */
final class ManifestSpeed {
    private ManifestSpeed() {}

    static List<Row> rows(Path folder) {
        Result<?> loaded = run("snakeYaml", folder);
        Result<?> classified = run("classify", folder);
        return List.of(new Row.Measured(
                "classify a manifest of 2 to 5 KB, in process",
                "SnakeYAML loads the same text",
                Target.atMost(2),
                "us/manifest",
                classified.getScore(),
                loaded.getScore(),
                classified.getScore() / loaded.getScore(),
                spread(classified) + "; SnakeYAML: " + spread(loaded)));
    }

    private static Result<?> run(String benchmark, Path folder) {
        var options = new OptionsBuilder()
                .include(ManifestInProcess.class.getName() + "\\." + benchmark + "$")
                .param("folder", folder.toAbsolutePath().toString())
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        try {
            return new Runner(options).runSingle().getPrimaryResult();
        } catch (RunnerException failed) {
            throw new IllegalStateException("the benchmark of " + benchmark + " could not be run", failed);
        }
    }

    private static String spread(Result<?> result) {
        Statistics times = result.getStatistics();
        return String.format(
                Locale.ROOT,
                "median %.1f us, p90 %.1f us, %,d manifests",
                times.getPercentile(50),
                times.getPercentile(90),
                times.getN());
    }
}
