package dev.emplace.bench.footprint;

import dev.emplace.bench.data.Distribution;
import dev.emplace.bench.data.Prediction;
import dev.emplace.bench.data.ShippedPolicy;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.workload.domain.latency.Latencies;
import dev.emplace.workload.domain.latency.Latency;
import dev.emplace.workload.domain.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The decode step. What is fitted, the milliseconds a layer, is fitted anew without each model in turn, on dense models at
 * batches up to 16; all else of the step is physics, and a share of the peak that was not fitted. The measurements do not
 * say how long their contexts are: the policy's prompt is taken.
 */
final class DecodeAccuracy {
    private static final int FITTED_BATCH = 16;
    private static final Policy POLICY = ShippedPolicy.read();
    private static final Latencies SHIPPED = new Latencies(POLICY.latency());
    private static final Latencies NO_LAYERS =
            new Latencies(POLICY.with(Map.of("latency.layer_ms", 0.0)).latency());

    private final List<DecodeRun> runs;

    DecodeAccuracy(List<DecodeRun> runs) {
        this.runs = runs;
    }

    /** Dense models at batches up to 16: the row set of the fit. */
    List<DecodeRun> fitted() {
        return only(run -> run.shape().dense() && run.batch() <= FITTED_BATCH);
    }

    private List<DecodeRun> only(Predicate<DecodeRun> filter) {
        return runs.stream().filter(filter).toList();
    }

    /** Milliseconds a layer, by least squares of relative errors. */
    static double layerMillis(List<DecodeRun> of) {
        return slope(
                of,
                run -> run.shape().layers(),
                run -> run.millis() - step(NO_LAYERS, run).expected());
    }

    /** The factor of x that comes nearest to y, errors counted relative to what was measured. */
    private static double slope(List<DecodeRun> of, ToDoubleFunction<DecodeRun> x, ToDoubleFunction<DecodeRun> y) {
        double xy = 0;
        double xx = 0;
        for (DecodeRun run : of) {
            double scale = run.millis() * run.millis();
            xy += x.applyAsDouble(run) * y.applyAsDouble(run) / scale;
            xx += x.applyAsDouble(run) * x.applyAsDouble(run) / scale;
        }
        return xy / xx;
    }

    private static Latency step(Latencies latencies, DecodeRun run) {
        return latencies.step(run.shape(), run.accelerator(), run.accelerators(), run.requests(), Optional.empty());
    }

    List<Row> rows() {
        List<Prediction> apart = leaveOneOut(training -> {
            double layer = layerMillis(training);
            return run -> step(NO_LAYERS, run).expected() + layer * run.shape().layers();
        });
        List<Prediction> twoNumbers = leaveOneOut(TwoNumbers::fit);
        return List.of(
                new Row.Measured(
                        "decode step, " + apart.size() + " dense chat rows at batch <= 16, each model left out, mean",
                        "a x weights / bandwidth + b",
                        Target.atMost(13.5),
                        "%",
                        mean(apart),
                        mean(twoNumbers),
                        mean(apart),
                        String.format(
                                        Locale.ROOT,
                                        "median %.1f %%, worst %.1f %%; all rows fit %.4f ms a layer",
                                        Distribution.of(apart).median(),
                                        Distribution.of(apart).worst(),
                                        layerMillis(fitted()))
                                + Distribution.lines(apart)),
                below(),
                covered("fitted: dense, batch <= 16", fitted(), Target.atLeast(100)),
                covered(
                        "beyond: dense, batch 17 to 256",
                        only(r -> r.shape().dense() && between(r, 17, 256)),
                        Target.none()),
                covered(
                        "beyond: dense, batch above 256",
                        only(r -> r.shape().dense() && r.batch() > 256),
                        Target.none()),
                covered(
                        "beyond: mixtures, batch <= 256",
                        only(r -> !r.shape().dense() && r.batch() <= 256),
                        Target.none()),
                covered(
                        "beyond: mixtures, batch above 256",
                        only(r -> !r.shape().dense() && r.batch() > 256),
                        Target.none()));
    }

    private static boolean between(DecodeRun run, int low, int high) {
        return run.batch() >= low && run.batch() <= high;
    }

    /** Steps that were measured faster than physics is said to allow: none may be. */
    private Row below() {
        long faster = runs.stream()
                .filter(run -> run.millis() < step(SHIPPED, run).low())
                .count();
        return new Row.Measured(
                "steps measured below the physical bound, of " + runs.size(),
                "none",
                Target.atMost(0),
                "steps",
                faster,
                0,
                faster,
                "");
    }

    private static Row covered(String name, List<DecodeRun> of, Target target) {
        List<Prediction> shipped = of.stream()
                .map(run -> prediction(run, step(SHIPPED, run).expected()))
                .toList();
        long inside = of.stream()
                .filter(run -> run.millis() >= step(SHIPPED, run).low()
                        && run.millis() <= step(SHIPPED, run).high())
                .count();
        double share = 100.0 * inside / of.size();
        return new Row.Measured(
                "interval covers, " + of.size() + " rows, " + name,
                "what it promises",
                target,
                "%",
                share,
                100,
                share,
                String.format(
                        Locale.ROOT,
                        "the estimate is off by %.1f %% at the median, %.1f %% at worst",
                        Distribution.of(shipped).median(),
                        Distribution.of(shipped).worst()));
    }

    /** How a fit on some runs predicts another. */
    interface Fit {
        ToDoubleFunction<DecodeRun> on(List<DecodeRun> training);
    }

    private List<Prediction> leaveOneOut(Fit fit) {
        List<Prediction> predictions = new ArrayList<>();
        for (String model : fitted().stream().map(DecodeRun::model).distinct().toList()) {
            ToDoubleFunction<DecodeRun> without = fit.on(
                    fitted().stream().filter(run -> !run.model().equals(model)).toList());
            fitted().stream()
                    .filter(run -> run.model().equals(model))
                    .map(run -> prediction(run, without.applyAsDouble(run)))
                    .forEach(predictions::add);
        }
        return predictions;
    }

    private static Prediction prediction(DecodeRun run, double millis) {
        return new Prediction(run.name(), millis, run.millis(), "ms");
    }

    private static double mean(List<Prediction> predictions) {
        return predictions.stream().mapToDouble(Prediction::error).average().orElseThrow();
    }
}
