package dev.emplace.bench.classify;

import dev.emplace.bench.data.ShippedPolicy;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The classifier's answers held against labels. Rules are not fitted, so folds hold nothing of them out; the temperature is,
 * and each file is scored with that of the other repositories.
 */
record Labels(Answers all, Answers held, Temperature temperature) {
    /** Of a rule set that reads kinds and accelerators only, on the same files (their README). */
    private static final double RULES_ACCURACY = 72;

    private static final double RULES_RECALL = 60;

    static Labels of(Path folder) {
        Policy policy = ShippedPolicy.read();
        Temperature temperature = new Temperature(policy.number("confidence.temperature"));
        try {
            Answers all = Answers.of(LabelledManifests.read(folder), new Classifier(policy));
            return new Labels(all, temperature.heldOut(all), temperature);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static boolean isScored(Answer answer) {
        return answer.manifest().highConfidence() && !answer.manifest().blemished();
    }

    Answers scored() {
        return all.only(Labels::isScored);
    }

    Answers ambiguous() {
        return all.only(a -> a.manifest().ambiguous());
    }

    List<Row> rows() {
        Answers scored = scored();
        Answers heldScored = held.only(Labels::isScored);
        return List.of(
                row(
                        "accuracy of " + scored.size() + " high-confidence files",
                        "kinds and accelerators only",
                        Target.atLeast(95),
                        RULES_ACCURACY,
                        scored,
                        a -> 100 * a.accuracy(),
                        Confusion.of(scored)),
                row(
                        "macro-recall",
                        "kinds and accelerators only",
                        Target.atLeast(92),
                        RULES_RECALL,
                        scored,
                        a -> 100 * a.macroRecall(),
                        ""),
                row(
                        "ordinary workloads taken for AI",
                        "never",
                        Target.atMost(2),
                        0,
                        scored,
                        a -> 100 * a.falseAlarms(),
                        ""),
                row(
                        "abstained on high-confidence files",
                        "never",
                        Target.none(),
                        0,
                        scored,
                        a -> 100 * a.share(Answer::abstained),
                        ""),
                row(
                        "ambiguous files answered above 0.9",
                        "never",
                        Target.atMost(15),
                        0,
                        ambiguous(),
                        a -> 100 * a.rash(),
                        String.format(
                                Locale.ROOT,
                                "; of %d, %.1f%% were answered UNDETERMINED; under the held-out temperature %.1f%% above 0.9",
                                ambiguous().size(),
                                100 * ambiguous().share(Answer::abstained),
                                100 * held.only(a -> a.manifest().ambiguous()).rash())),
                calibration(heldScored),
                row(
                        "Brier score, held out",
                        "sure of all",
                        Target.none(),
                        1 - scored.accuracy(),
                        heldScored,
                        Answers::brier,
                        ""),
                row(
                        "accuracy of all " + all.size() + " files",
                        "kinds and accelerators only",
                        Target.none(),
                        RULES_ACCURACY,
                        all,
                        a -> 100 * a.accuracy(),
                        "; of the " + blemished().size() + " blemished files, which are scored in no other row, "
                                + blemished().right() + " are right"));
    }

    private Answers blemished() {
        return all.only(a -> a.manifest().blemished());
    }

    private Row calibration(Answers heldScored) {
        DoubleSummaryStatistics folds =
                temperature.folds(all).values().stream().mapToDouble(t -> t).summaryStatistics();
        return row(
                "calibration error, 5 bins of equal mass, held out",
                "temperature that ships",
                Target.atMost(0.05),
                scored().calibrationError(),
                heldScored,
                Answers::calibrationError,
                String.format(
                        Locale.ROOT,
                        "; temperature: ships %.2f, best %.2f, without one repository %.2f to %.2f",
                        temperature.shipped(),
                        temperature.fit(all),
                        folds.getMin(),
                        folds.getMax()));
    }

    private static Row row(
            String name,
            String baseline,
            Target target,
            double baselineValue,
            Answers answers,
            ToDoubleFunction<Answers> figure,
            String note) {
        double value = figure.applyAsDouble(answers);
        return new Row.Measured(
                name,
                baseline,
                target,
                "",
                value,
                baselineValue,
                value,
                Bootstrap.of(answers).interval(figure) + note);
    }
}
