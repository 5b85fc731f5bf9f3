package dev.emplace.bench.accuracy;

import dev.emplace.bench.data.Distribution;
import dev.emplace.bench.data.Prediction;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.power.domain.draw.ServingFit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The fraction of TDP of accelerators that serve: each model predicted by a fit that has not seen it. */
final class FractionAccuracy {
    private final List<Configuration> all;
    private final Set<String> tests = new TreeSet<>();

    FractionAccuracy(Path file) {
        all = Configuration.read(file);
        List<String> models =
                all.stream().map(Configuration::model).distinct().sorted().toList();
        for (int i = 2; i < models.size(); i += 3) {
            tests.add(models.get(i));
        }
    }

    /** Every third model in alphabetical order tests what ships; the others calibrate it. */
    boolean calibrates(Configuration configuration) {
        return !tests.contains(configuration.model());
    }

    ServingFit language() {
        return fit(all.stream().filter(c -> !c.images() && calibrates(c)).toList());
    }

    ServingFit image() {
        return fit(all.stream().filter(c -> c.images() && calibrates(c)).toList());
    }

    List<Row> rows() {
        List<Prediction> apart = new ArrayList<>(leaveOneOut(Configuration::images));
        apart.addAll(leaveOneOut(c -> !c.images()));
        List<Prediction> chat =
                apart.stream().filter(p -> p.of().startsWith("lm-arena-chat")).toList();
        return List.of(
                row("LLM chat, median", chat, Distribution.of(chat).median(), 8, shipped()),
                row("all, median", apart, Distribution.of(apart).median(), 10, ""),
                row("all, 90th percentile", apart, Distribution.of(apart).quantile(0.9), 30, ""),
                covered(apart));
    }

    private Row row(String name, List<Prediction> predictions, double value, double target, String note) {
        double share = name.contains("90th") ? 0.9 : 0.5;
        return new Row.Measured(
                "fraction of TDP, each model left out, " + name,
                "median of the task",
                Target.atMost(target),
                "%",
                value,
                Distribution.of(taskMedians(predictions)).quantile(share),
                value,
                note.isEmpty() ? "" : note + Distribution.lines(predictions));
    }

    private static Row covered(List<Prediction> predictions) {
        long inside = predictions.stream()
                .filter(p -> p.predicted() * ServingFit.LOW <= p.measured()
                        && p.measured() <= Math.max(p.predicted() * ServingFit.HIGH, 1))
                .count();
        double share = 100.0 * inside / predictions.size();
        return new Row.Measured(
                "90% interval covers, of " + predictions.size() + " fractions of models left out",
                "what it promises",
                Target.atLeast(85),
                "%",
                share,
                90,
                share,
                "");
    }

    /** The coefficients that ship, fitted anew, and their score on the models kept apart. */
    private String shipped() {
        List<Prediction> apart = all.stream()
                .filter(c -> !calibrates(c))
                .map(c -> prediction(c, (c.images() ? image() : language()).at(c.features())))
                .toList();
        Distribution errors = Distribution.of(apart);
        return String.format(
                Locale.ROOT,
                "%n  calibrated without %s%n  language %s%n  image %s%n  on the models kept apart: median %.1f %%, 90th percentile %.1f %%",
                tests,
                language(),
                image(),
                errors.median(),
                errors.quantile(0.9));
    }

    private List<Prediction> leaveOneOut(Predicate<Configuration> kind) {
        List<Configuration> own = all.stream().filter(kind).toList();
        List<Prediction> predictions = new ArrayList<>();
        for (String model : own.stream().map(Configuration::model).distinct().toList()) {
            ServingFit without =
                    fit(own.stream().filter(c -> !c.model().equals(model)).toList());
            own.stream()
                    .filter(c -> c.model().equals(model))
                    .map(c -> prediction(c, without.at(c.features())))
                    .forEach(predictions::add);
        }
        return predictions;
    }

    /** The same figures, each predicted by the median of its task over all models. */
    private List<Prediction> taskMedians(List<Prediction> predictions) {
        return predictions.stream()
                .map(p -> new Prediction(
                        p.of(), median(p.of().substring(0, p.of().indexOf(' '))), p.measured(), p.unit()))
                .toList();
    }

    private double median(String task) {
        return new Distribution(all.stream()
                        .filter(c -> c.task().equals(task))
                        .map(Configuration::fraction)
                        .toList())
                .median();
    }

    private static Prediction prediction(Configuration c, double predicted) {
        return new Prediction(
                c.task() + " " + c.model() + " x" + c.served().accelerators() + " " + c.generation() + " batch "
                        + c.batch(),
                predicted,
                c.fraction(),
                "of TDP");
    }

    private static ServingFit fit(List<Configuration> configurations) {
        return Ridge.fit(
                configurations.stream().map(Configuration::features).toList(),
                configurations.stream().map(Configuration::fraction).toList());
    }
}
