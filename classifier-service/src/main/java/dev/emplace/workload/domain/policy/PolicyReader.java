package dev.emplace.workload.domain.policy;

import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.manifest.Manifest;
import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads and checks a policy file; what it returns can be relied on. */
public final class PolicyReader {

    private PolicyReader() {}

    /** Reads a policy that may state any numbers. */
    public static Policy read(Manifest file) {
        return read(file, Set.of());
    }

    /** @param numberNames the numbers that it must state, and no others; empty for any */
    static Policy read(Manifest file, Set<String> numberNames) {
        if (file.documents().size() > 1) {
            throw new InvalidPolicyException(
                    "",
                    file.documents().get(1).root().line(),
                    "is document 2 of " + file.documents().size() + "; a policy is a single document");
        }
        PolicyNode root = new PolicyNode(file.documents().get(0).root(), "")
                .only(Set.of(
                        "version",
                        "classes",
                        "evidence",
                        "decisions",
                        "abstain_below",
                        "question",
                        "numbers",
                        "models",
                        "jurisdictions"));
        List<EvidenceRule> evidence = new EvidenceReader().rules(root.items("evidence"));
        Set<String> signs = new HashSet<>();
        evidence.forEach(rule -> signs.add(rule.sign()));
        unique(root.at("evidence"), evidence.stream().map(EvidenceRule::id).toList());
        List<Decision> decisions = root.items("decisions").stream()
                .map(node -> decision(node, signs))
                .toList();
        unique(root.at("decisions"), decisions.stream().map(Decision::id).toList());
        return new Policy(
                root.at("version").text(),
                classes(root.at("classes")),
                evidence,
                decisions,
                root.at("abstain_below").number(0, 1),
                root.at("question").text(),
                PolicyNumbers.read(root.at("numbers"), numberNames),
                root.items("models").stream().map(ModelReader::model).toList(),
                jurisdictions(root.at("jurisdictions")));
    }

    private static void unique(PolicyNode where, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw where.wrong("has two entries with the id " + id);
            }
        }
    }

    private static Map<WorkloadClass, ClassRow> classes(PolicyNode table) {
        Map<WorkloadClass, ClassRow> rows = new EnumMap<>(WorkloadClass.class);
        for (PolicyNode node : table.items()) {
            node.only(Set.of("class", "habitats", "cost_band", "why"));
            ClassRow row = new ClassRow(
                    node.at("class").oneOf(WorkloadClass.class),
                    node.items("habitats").stream().map(PolicyReader::habitat).toList(),
                    node.text("cost_band", ""),
                    node.at("why").text());
            rows.put(row.workloadClass(), row);
        }
        for (WorkloadClass workloadClass : WorkloadClass.values()) {
            if (!rows.containsKey(workloadClass)) {
                throw table.wrong("lacks a row for " + workloadClass);
            }
            if (workloadClass.placeable() && rows.get(workloadClass).habitats().isEmpty()) {
                throw table.wrong("has no habitat for " + workloadClass);
            }
        }
        return rows;
    }

    /** "gpu_cloud" or "hyperscaler/spot". */
    private static Habitat habitat(PolicyNode node) {
        String[] parts = node.text().split("/", 2);
        Family family = node.constant(Family.class, parts[0]);
        return new Habitat(family, parts.length == 1 ? Purchase.ANY : node.constant(Purchase.class, parts[1]));
    }

    private static Decision decision(PolicyNode node, Set<String> signs) {
        node.only(Set.of("id", "class", "all", "any", "none", "certainty", "question"));
        WorkloadClass workloadClass = node.at("class").oneOf(WorkloadClass.class);
        boolean asks = workloadClass == WorkloadClass.UNDETERMINED;
        if (asks != node.has("question")) {
            throw node.wrong(asks ? "is UNDETERMINED and must say which question decides" : "has a question to no end");
        }
        return new Decision(
                node.at("id").text(),
                workloadClass,
                tests(node.items("all"), signs),
                tests(node.items("any"), signs),
                tests(node.items("none"), signs),
                node.at("certainty").number(0, 1),
                node.text("question", ""));
    }

    private static List<Decision.Test> tests(List<PolicyNode> nodes, Set<String> signs) {
        return nodes.stream().map(node -> test(node, signs)).toList();
    }

    /** "serving", "serving >= 0.7" or "accelerators >= 8". */
    private static Decision.Test test(PolicyNode node, Set<String> signs) {
        String[] parts = node.text().split(">=", 2);
        String name = parts[0].strip();
        boolean measure = Classifier.measureNames().contains(name);
        if (!measure && !signs.contains(name)) {
            throw node.wrong("tests '" + name + "', which no evidence rule is a sign of and which is no measure "
                    + Classifier.measureNames().stream().sorted().toList());
        }
        double atLeast = measure ? 1 : 0.5;
        if (parts.length == 2) {
            try {
                atLeast = Double.parseDouble(parts[1].strip());
            } catch (NumberFormatException notANumber) {
                throw node.wrong("must compare with a number, not '" + parts[1].strip() + "'");
            }
        }
        return new Decision.Test(name, atLeast, measure);
    }

    private static Map<String, Set<String>> jurisdictions(PolicyNode node) {
        Map<String, Set<String>> groups = new HashMap<>();
        for (PolicyNode group : node.entries()) {
            Set<String> countries = new HashSet<>();
            group.items().forEach(country -> countries.add(country.text()));
            groups.put(group.key(), Set.copyOf(countries));
        }
        return groups;
    }
}
