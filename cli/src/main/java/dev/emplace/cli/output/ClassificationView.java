package dev.emplace.cli.output;

import dev.emplace.api.workload.v1.Classification;
import dev.emplace.api.workload.v1.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A classification, for people and for programs. */
public final class ClassificationView {

    private static final int EVIDENCE_IN_A_ROW = 2;

    private ClassificationView() {}

    public static Table table() {
        return new Table(
                Column.name("FILE", 16),
                Column.prose("CLASS", 14),
                Column.number("CONFIDENCE"),
                Column.prose("RUNNER-UP", 14).leftOut(1),
                Column.prose("WHY", 20));
    }

    public static void row(Table table, String file, Classification c) {
        table.row(
                file,
                Names.bare(c.getWorkloadClass()),
                String.format(Locale.ROOT, "%.2f", c.getConfidence()),
                c.getRunnerUpValue() == 0 ? "" : Names.bare(c.getRunnerUp()),
                why(c));
    }

    /** What programs read: one object a file. */
    public static Map<String, Object> fields(String file, Classification c, String policyVersion) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file);
        fields.put("class", Names.bare(c.getWorkloadClass()));
        fields.put("confidence", c.getConfidence());
        if (c.getRunnerUpValue() != 0) {
            fields.put("runner_up", Names.bare(c.getRunnerUp()));
            fields.put("runner_up_confidence", c.getRunnerUpConfidence());
        }
        fields.put("question", c.getQuestion());
        fields.put("habitats", c.getHabitatsList().stream().map(Names::bare).toList());
        fields.put(
                "evidence",
                c.getEvidenceList().stream().map(ClassificationView::evidence).toList());
        fields.put("policy_version", policyVersion);
        return fields;
    }

    private static Map<String, Object> evidence(Evidence e) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", e.getPath());
        fields.put("line", e.getLine());
        fields.put("observed", e.getObserved());
        fields.put("rule", e.getRule());
        fields.put("class", Names.bare(e.getWorkloadClass()));
        fields.put("weight", e.getWeight());
        fields.put("explanation", e.getExplanation());
        return fields;
    }

    private static String why(Classification c) {
        if (!c.getQuestion().isEmpty()) {
            return c.getQuestion();
        }
        List<Evidence> evidence = c.getEvidenceList();
        return evidence.stream()
                .limit(EVIDENCE_IN_A_ROW)
                .map(Evidence::getExplanation)
                .collect(Collectors.joining("; "));
    }
}
