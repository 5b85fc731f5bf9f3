package dev.emplace.workload.evaluation;

import dev.emplace.workload.domain.classify.Classification;
import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.manifest.InvalidManifestException;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.signal.SignalReader;
import dev.emplace.workload.yaml.YamlManifests;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Answers of the classifier on labelled manifests, and the figures that follow from them. */
final class Evaluation {
    /** One manifest and what was said of it; a refused manifest counts as UNDETERMINED with its refusal. */
    record Answer(
            LabelledManifest manifest, WorkloadClass answered, double confidence, String decision, String refusal) {
        boolean right() {
            return manifest.expected().contains(answered);
        }
    }

    private final List<Answer> answers = new ArrayList<>();

    Evaluation(Classifier classifier, List<LabelledManifest> manifests) throws IOException {
        YamlManifests reader = new YamlManifests(ManifestLimits.DEFAULT);
        for (LabelledManifest manifest : manifests) {
            answers.add(answer(classifier, reader, manifest));
        }
    }

    private static Answer answer(Classifier classifier, YamlManifests reader, LabelledManifest manifest)
            throws IOException {
        try {
            Classification said =
                    classifier.classify(new SignalReader().read(reader.read(Files.readAllBytes(manifest.file()))));
            return new Answer(manifest, said.workloadClass(), said.confidence(), said.decision(), "");
        } catch (InvalidManifestException refused) {
            return new Answer(manifest, WorkloadClass.UNDETERMINED, 0, "refused", refused.explanation());
        }
    }

    List<Answer> scored() {
        return only(a -> a.manifest().highConfidence() && !a.manifest().blemished());
    }

    List<Answer> only(Predicate<Answer> filter) {
        return answers.stream().filter(filter).toList();
    }

    static double accuracy(List<Answer> answers) {
        return answers.stream().filter(Answer::right).count() / (double) answers.size();
    }

    /** Recall of each label, the mean of which is the macro-recall. */
    static Map<String, Double> recall(List<Answer> answers) {
        return answers.stream()
                .collect(Collectors.groupingBy(
                        a -> a.manifest().label(), TreeMap::new, Collectors.averagingDouble(a -> a.right() ? 1 : 0)));
    }

    static double macroRecall(List<Answer> answers) {
        return recall(answers).values().stream().mapToDouble(r -> r).average().orElse(0);
    }

    /** Ordinary workloads that were taken for AI, as a share of the ordinary ones. */
    double falseAlarms() {
        List<Answer> ordinary =
                only(a -> a.manifest().label().equals("non_ai") && a.manifest().highConfidence());
        return ordinary.stream()
                        .filter(a -> a.answered() != WorkloadClass.NOT_AI && a.answered() != WorkloadClass.UNDETERMINED)
                        .count()
                / (double) ordinary.size();
    }

    /** Files on which a careful engineer would ask back, answered as if sure. */
    double rash() {
        List<Answer> ambiguous = only(a -> a.manifest().ambiguous());
        return ambiguous.stream()
                        .filter(a -> a.answered() != WorkloadClass.UNDETERMINED && a.confidence() > 0.9)
                        .count()
                / (double) ambiguous.size();
    }

    /** Expected calibration error over five bins of equal mass. */
    static double calibrationError(List<Answer> answers) {
        List<Answer> sorted = answers.stream()
                .sorted((a, b) -> Double.compare(a.confidence(), b.confidence()))
                .toList();
        double error = 0;
        for (int bin = 0; bin < 5; bin++) {
            List<Answer> part = sorted.subList(bin * sorted.size() / 5, (bin + 1) * sorted.size() / 5);
            double said =
                    part.stream().mapToDouble(Answer::confidence).average().orElse(0);
            error += Math.abs(said - accuracy(part)) * part.size() / sorted.size();
        }
        return error;
    }

    static double brier(List<Answer> answers) {
        return answers.stream()
                .mapToDouble(a -> Math.pow(a.confidence() - (a.right() ? 1 : 0), 2))
                .average()
                .orElse(0);
    }

    String report() {
        List<Answer> scored = scored();
        StringBuilder out = new StringBuilder();
        line(out, "high-confidence files scored    %d", scored.size());
        line(out, "accuracy                        %.1f%%", 100 * accuracy(scored));
        line(out, "macro-recall                    %.1f%%", 100 * macroRecall(scored));
        recall(scored).forEach((label, recall) -> line(out, "  recall %-24s %.1f%%", label, 100 * recall));
        line(out, "ordinary taken for AI           %.1f%%", 100 * falseAlarms());
        line(out, "calibration error (5 bins)      %.3f", calibrationError(scored));
        line(out, "Brier score                     %.3f", brier(scored));
        List<Answer> all = only(a -> true);
        line(out, "all files                       %d, accuracy %.1f%%", all.size(), 100 * accuracy(all));
        List<Answer> ambiguous = only(a -> a.manifest().ambiguous());
        line(out, "ambiguous files                 %d", ambiguous.size());
        line(out, "  answered UNDETERMINED         %.1f%%", 100 * share(ambiguous, WorkloadClass.UNDETERMINED));
        line(out, "  answered with more than 0.9   %.1f%%", 100 * rash());
        line(
                out,
                "blemished files right           %s",
                only(a -> a.manifest().blemished()).stream()
                                .filter(Answer::right)
                                .count() + " of "
                        + only(a -> a.manifest().blemished()).size());
        line(out, "confusions on the scored files:");
        scored.stream()
                .filter(a -> !a.right())
                .collect(Collectors.groupingBy(
                        a -> a.manifest().label() + " -> " + a.answered(), TreeMap::new, Collectors.counting()))
                .forEach((confusion, count) -> line(out, "  %-58s %d", confusion, count));
        return out.toString();
    }

    private static double share(List<Answer> answers, WorkloadClass answered) {
        return answers.stream().filter(a -> a.answered() == answered).count() / (double) answers.size();
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(java.util.Locale.ROOT, format, values)).append('\n');
    }
}
