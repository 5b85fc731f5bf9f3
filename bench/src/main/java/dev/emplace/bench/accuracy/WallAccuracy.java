package dev.emplace.bench.accuracy;

import dev.emplace.bench.data.Distribution;
import dev.emplace.bench.data.Prediction;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whole machines at the wall under inference: blind, and with two anchors and idle. */
final class WallAccuracy {
    private final List<WallRun> runs;

    WallAccuracy(List<WallRun> runs) {
        this.runs = runs;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        MeasuredSystem.ALL.forEach(system -> rows.add(blind(system)));
        rows.addAll(anchored(MeasuredSystem.H200, "median", 5, Distribution::median));
        rows.addAll(anchored(MeasuredSystem.H200, "worst", 12, Distribution::worst));
        rows.addAll(anchored(MeasuredSystem.A100, "median", 8, Distribution::median));
        rows.addAll(anchored(MeasuredSystem.A100, "worst", 20, Distribution::worst));
        rows.addAll(anchored(MeasuredSystem.ORIN, "median", 12, Distribution::median));
        rows.addAll(new Admission(this).rows());
        return rows;
    }

    List<WallRun> of(MeasuredSystem system) {
        return system.runs(runs);
    }

    /** Runs that anchor nothing. */
    List<WallRun> tests(MeasuredSystem system) {
        return of(system).stream()
                .filter(run -> system.anchors().stream().noneMatch(anchors -> anchors.has(run.benchmark())))
                .toList();
    }

    private Row blind(MeasuredSystem system) {
        boolean llama = system.equals(MeasuredSystem.B200);
        WallModel model = WallModel.blind(system);
        List<Prediction> all = of(system).stream().map(model::predict).toList();
        Collection<Prediction> scored = llama
                ? all.stream().filter(p -> p.of().startsWith("llama2-70b")).toList()
                : all;
        double nameplate = new Distribution(scored.stream()
                        .map(p -> Math.abs(model.profile().nameplateWatts() / p.measured() - 1) * 100)
                        .toList())
                .median();
        Distribution errors = Distribution.of(scored);
        return new Row.Measured(
                "blind, " + system.name() + (llama ? ", llama2-70b, worst" : ", median"),
                "nameplate",
                llama ? Target.atMost(7) : Target.none(),
                "%",
                llama ? errors.worst() : errors.median(),
                nameplate,
                llama ? errors.worst() : errors.median(),
                Distribution.lines(all));
    }

    private List<Row> anchored(
            MeasuredSystem system,
            String which,
            double target,
            java.util.function.ToDoubleFunction<Distribution> score) {
        MeasuredSystem.Anchors declared = system.anchors().orElseThrow();
        List<WallRun> own = of(system);
        WallModel model = WallModel.shipped(system).anchored(own, declared).orElseThrow();
        List<Prediction> predictions =
                tests(system).stream().map(model::predict).toList();
        double blind = score.applyAsDouble(Distribution.of(
                tests(system).stream().map(WallModel.blind(system)::predict).toList()));
        double value = score.applyAsDouble(Distribution.of(predictions));
        return List.of(new Row.Measured(
                "anchored by " + declared.heavy() + " and " + declared.light() + ", " + system.name() + ", " + which,
                "blind",
                Target.atMost(target),
                "%",
                value,
                blind,
                value,
                which.equals("median") ? Distribution.lines(predictions) + others(system) : ""));
    }

    private String others(MeasuredSystem system) {
        List<String> benchmarks =
                of(system).stream().map(WallRun::benchmark).distinct().sorted().toList();
        StringBuilder text = new StringBuilder("\n  every pair of anchors, scored on the rest:");
        for (String heavy : benchmarks) {
            for (String light : benchmarks) {
                pair(system, new MeasuredSystem.Anchors(heavy, light))
                        .ifPresent(errors -> text.append(String.format(
                                Locale.ROOT,
                                "%n  %-44s median %5.1f %%, worst %5.1f %%",
                                heavy + " and " + light,
                                errors.median(),
                                errors.worst())));
            }
        }
        return text.toString();
    }

    private Optional<Distribution> pair(MeasuredSystem system, MeasuredSystem.Anchors anchors) {
        if (anchors.heavy().equals(anchors.light())) {
            return Optional.empty();
        }
        Stream<WallRun> rest = of(system).stream().filter(run -> !anchors.has(run.benchmark()));
        return WallModel.shipped(system)
                .anchored(of(system), anchors)
                .map(model -> Distribution.of(rest.map(model::predict).toList()));
    }
}
