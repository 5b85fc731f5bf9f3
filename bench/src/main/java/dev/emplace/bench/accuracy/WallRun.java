package dev.emplace.bench.accuracy;

import dev.emplace.bench.data.Csv;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One run of MLPerf Inference with its power at the wall, in watts.
 *
 * @param benchmark without the suffix of its accuracy: bert-99 and bert-99.9 are one benchmark
 * @param idle the lowest of the whole run, before and after the load
 */
record WallRun(String system, String benchmark, String scenario, double mean, double p95, double idle) {
    /** Those of a file, each once: many rows repeat a run under another accuracy or scenario. */
    static List<WallRun> read(Path file) {
        List<WallRun> runs = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (var row : Csv.read(file).rows()) {
            String benchmark = row.text("benchmark").replaceFirst("-99(\\.9)?$", "");
            if (seen.add(List.of(row.text("system"), benchmark, row.text("avg_w"), row.text("seconds")))) {
                runs.add(new WallRun(
                        row.text("system"),
                        benchmark,
                        row.text("scenario"),
                        row.number("avg_w"),
                        row.number("p95_w"),
                        row.number("min_all_w")));
            }
        }
        return runs;
    }
}
