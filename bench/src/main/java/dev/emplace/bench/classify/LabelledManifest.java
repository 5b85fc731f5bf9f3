package dev.emplace.bench.classify;

import dev.emplace.workload.domain.classify.WorkloadClass;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A manifest of an evaluation set with the answers that count as right. */
record LabelledManifest(
        Path file,
        String repository,
        String label,
        List<String> alternatives,
        boolean highConfidence,
        boolean blemished) {

    Set<WorkloadClass> expected() {
        EnumSet<WorkloadClass> expected = EnumSet.copyOf(classes(label));
        alternatives.forEach(alternative -> expected.addAll(classes(alternative)));
        return expected;
    }

    boolean ambiguous() {
        return label.equals("ambiguous");
    }

    /** Classes that a label of the development set stands for; other labels are the names of classes. */
    static Set<WorkloadClass> classes(String label) {
        return switch (label) {
            case "large_training" -> Set.of(WorkloadClass.LARGE_MODEL_TRAINING, WorkloadClass.RECURRING_TRAINING);
            case "experimentation" -> Set.of(WorkloadClass.EXPERIMENTATION, WorkloadClass.DEVELOPMENT);
            case "fine_tuning" -> Set.of(WorkloadClass.FINE_TUNING);
            case "batch", "batch_inference" -> Set.of(WorkloadClass.BATCH_INFERENCE);
            case "sustained_inference" -> Set.of(WorkloadClass.SUSTAINED_INFERENCE);
            case "low_latency_inference" -> Set.of(WorkloadClass.LOW_LATENCY_INFERENCE);
            case "edge" -> Set.of(WorkloadClass.EDGE_INFERENCE);
            case "non_ai" -> Set.of(WorkloadClass.NOT_AI);
            case "ambiguous" -> Set.of(WorkloadClass.UNDETERMINED);
            default -> Set.of(WorkloadClass.valueOf(label));
        };
    }
}
