package dev.emplace.bench.data;

import dev.emplace.bench.report.Measurement;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Measurements on data that lies beside the project, and is no part of it. */
public final class Beside {
    private Beside() {}

    /**
     * A measurement that is not run where its data is absent.
     *
     * @param file or folder that it needs
     */
    public static Measurement on(String name, Duration usual, Path file, Function<Path, List<Row>> score) {
        return new Measurement(
                name,
                usual,
                () -> Files.exists(file)
                        ? score.apply(file)
                        : List.of(new Row.NotRun(
                                name,
                                "measured data",
                                Target.none(),
                                "no file " + file + "; --data names the folder")));
    }
}
