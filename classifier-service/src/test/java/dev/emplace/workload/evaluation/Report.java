package dev.emplace.workload.evaluation;

import dev.emplace.workload.domain.classify.WorkloadClass;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The figures of docs/evaluation.md as text. */
final class Report {
    private final StringBuilder out = new StringBuilder();

    Report set(String title, Answers scored) {
        line("== %s", title);
        line("files scored                    %d", scored.size());
        line("accuracy                        %.1f%% (%d)", 100 * scored.accuracy(), scored.right());
        line("macro-recall                    %.1f%%", 100 * scored.macroRecall());
        line("calibration error (5 bins)      %.3f", scored.calibrationError());
        line("Brier score                     %.3f", scored.brier());
        line("ordinary taken for AI           %.1f%%", 100 * falseAlarms(scored));
        byLabel(scored);
        confusions(scored);
        return this;
    }

    Report ambiguous(Answers ambiguous) {
        line("== ambiguous files: %d", ambiguous.size());
        line("answered UNDETERMINED           %.1f%%", 100 * ambiguous.share(a -> !determined(a)));
        line("answered with more than 0.9     %.1f%%", 100 * rash(ambiguous));
        return this;
    }

    /** What the temperature would be, and how well calibrated the scored answers, with each repository left out. */
    Report calibration(Temperature temperature, Answers all, Predicate<Answer> scored) {
        DoubleSummaryStatistics folds =
                temperature.folds(all).values().stream().mapToDouble(t -> t).summaryStatistics();
        Answers held = temperature.heldOut(all);
        line("== temperature: shipped %.2f, best %.2f", temperature.shipped(), temperature.fit(all));
        line("best without one repository     %.2f to %.2f", folds.getMin(), folds.getMax());
        line("held-out calibration error      %.3f", held.only(scored).calibrationError());
        line("held-out Brier score            %.3f", held.only(scored).brier());
        line(
                "held-out, ambiguous above 0.9   %.1f%%",
                100 * rash(held.only(a -> a.manifest().ambiguous())));
        return this;
    }

    Report counted(String title, Answers answers) {
        line("== %s: %d of %d right (%.1f%%)", title, answers.right(), answers.size(), 100 * answers.accuracy());
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void byLabel(Answers scored) {
        line("| label | files | recall | answers | precision |");
        line("|---|---|---|---|---|");
        for (String label : new TreeSet<>(scored.recall().keySet())) {
            Answers labelled = scored.only(a -> a.manifest().label().equals(label));
            Answers answered = scored.answeredAs(label);
            line(
                    "| %s | %d | %.1f%% | %d | %s |",
                    label,
                    labelled.size(),
                    100 * labelled.accuracy(),
                    answered.size(),
                    answered.size() == 0 ? "none" : String.format(Locale.ROOT, "%.1f%%", 100 * answered.accuracy()));
        }
    }

    private void confusions(Answers scored) {
        line("wrong:");
        scored.only(a -> !a.right())
                .all()
                .forEach(a -> line(
                        "  %-34s %s -> %s by %s (%.2f)",
                        a.manifest().file().getFileName(),
                        a.manifest().label(),
                        a.answered(),
                        a.decision(),
                        a.confidence()));
    }

    /** Ordinary workloads that were taken for AI, as a share of the ordinary ones. */
    static double falseAlarms(Answers scored) {
        return scored.only(a -> a.manifest().expected().contains(WorkloadClass.NOT_AI))
                .share(a -> a.answered() != WorkloadClass.NOT_AI && determined(a));
    }

    /** Ambiguous manifests that were given a class with more than 0.9, as a share of all such. */
    static double rash(Answers ambiguous) {
        return ambiguous.share(a -> determined(a) && a.confidence() > 0.9);
    }

    private static boolean determined(Answer answer) {
        return answer.answered() != WorkloadClass.UNDETERMINED;
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
