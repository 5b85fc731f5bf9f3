package dev.emplace.bench.classify;

import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.classify.WorkloadClass;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Answers on labelled manifests, and the figures that follow from them. */
record Answers(List<Answer> all) {
    private static final int BINS = 5;

    static Answers of(List<LabelledManifest> manifests, Classifier classifier) throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (LabelledManifest manifest : manifests) {
            answers.add(Answer.of(manifest, classifier));
        }
        return new Answers(answers);
    }

    Answers only(Predicate<Answer> filter) {
        return new Answers(all.stream().filter(filter).toList());
    }

    int size() {
        return all.size();
    }

    long right() {
        return all.stream().filter(Answer::right).count();
    }

    double accuracy() {
        return right() / (double) all.size();
    }

    /** Share that passes; 0 of none. */
    double share(Predicate<Answer> filter) {
        return only(filter).size() / (double) Math.max(1, all.size());
    }

    /** Share of each label's manifests that were answered right. */
    Map<String, Double> recall() {
        return all.stream()
                .collect(Collectors.groupingBy(
                        a -> a.manifest().label(), TreeMap::new, Collectors.averagingDouble(a -> a.right() ? 1 : 0)));
    }

    double macroRecall() {
        return recall().values().stream().mapToDouble(r -> r).average().orElse(0);
    }

    /** Answers that are classes of a label. */
    Answers answeredAs(String label) {
        Set<WorkloadClass> classes = LabelledManifest.classes(label);
        return only(a -> classes.contains(a.answered()));
    }

    /** Expected calibration error over five bins of equal mass. */
    double calibrationError() {
        List<Answer> sorted = all.stream()
                .sorted(Comparator.comparingDouble(Answer::confidence))
                .toList();
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            Answers part = new Answers(sorted.subList(bin * sorted.size() / BINS, (bin + 1) * sorted.size() / BINS));
            double said =
                    part.all.stream().mapToDouble(Answer::confidence).average().orElse(0);
            error += part.size() == 0 ? 0 : Math.abs(said - part.accuracy()) * part.size() / sorted.size();
        }
        return error;
    }

    double brier() {
        return all.stream()
                .mapToDouble(a -> Math.pow(a.confidence() - (a.right() ? 1 : 0), 2))
                .average()
                .orElse(0);
    }

    /** Ordinary workloads that were taken for AI, as a share of the ordinary ones. */
    double falseAlarms() {
        return only(a -> a.manifest().expected().contains(WorkloadClass.NOT_AI))
                .share(a -> a.answered() != WorkloadClass.NOT_AI && !a.abstained());
    }

    /** Manifests that were given a class with more than 0.9, as a share of all. */
    double rash() {
        return share(a -> !a.abstained() && a.confidence() > 0.9);
    }
}
