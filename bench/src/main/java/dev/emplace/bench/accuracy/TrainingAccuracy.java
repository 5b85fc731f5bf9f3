package dev.emplace.bench.accuracy;

import dev.emplace.bench.data.Csv;
import dev.emplace.bench.data.Distribution;
import dev.emplace.bench.data.Prediction;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.power.domain.draw.DrawEstimate;
import dev.emplace.power.domain.draw.DrawModel;
import dev.emplace.power.domain.draw.DrawTable;
import dev.emplace.power.domain.draw.LoadClass;
import dev.emplace.power.domain.draw.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Nodes of 8 x H100 in training, at the wall (AC), over time. */
final class TrainingAccuracy {
    /** Of the one-node runs in alphabetical order, every second calibrates: these. */
    private static final Set<String> CALIBRATE = Set.of("bert", "llama2_70b_lora", "ssd");

    private final List<Run> runs;

    private record Run(String benchmark, int nodes, double p50, double p95) {}

    TrainingAccuracy(Path file) {
        runs = Csv.read(file).rows().stream()
                .filter(row -> row.text("meter").equals("smc-ac-power"))
                .map(TrainingAccuracy::run)
                .toList();
    }

    private static Run run(Csv.Line row) {
        return new Run(row.text("benchmark"), row.count("nodes"), row.number("node_p50"), row.number("node_p95"));
    }

    List<Row> rows() {
        DrawEstimate node = new DrawModel(DrawTable.shipped())
                .estimate(new Workload("nvidia-h100-sxm-80gb", 8, LoadClass.TRAINING, 0, 0));
        return List.of(row("p50", (double) node.p50(), Run::p50), row("p95", (double) node.p95(), Run::p95));
    }

    private Row row(String percentile, double predicted, ToDoubleFunction<Run> measured) {
        List<Prediction> tests = runs.stream()
                .filter(run -> run.nodes() == 1 && !CALIBRATE.contains(run.benchmark()))
                .map(run -> prediction(run, predicted, measured))
                .toList();
        List<Prediction> larger = runs.stream()
                .filter(run -> run.nodes() > 1)
                .map(run -> prediction(run, predicted, measured))
                .toList();
        double nameplate = Distribution.of(tests.stream()
                        .map(p -> new Prediction(p.of(), 10_200, p.measured(), p.unit()))
                        .toList())
                .worst();
        double worst = Distribution.of(tests).worst();
        return new Row.Measured(
                "training node of 8 x H100, " + percentile + ", worst",
                "nameplate",
                Target.atMost(3),
                "%",
                worst,
                nameplate,
                worst,
                Distribution.lines(tests) + "\n  runs of several nodes, which wait for each other, not scored:"
                        + Distribution.lines(larger));
    }

    private static Prediction prediction(Run run, double predicted, ToDoubleFunction<Run> measured) {
        return new Prediction(
                run.benchmark() + ", " + run.nodes() + " nodes", predicted, measured.applyAsDouble(run), "W");
    }
}
