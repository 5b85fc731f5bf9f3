package dev.emplace.workload.domain.classify;

import dev.emplace.workload.domain.policy.EvidenceRule;
import dev.emplace.workload.domain.signal.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects which rules fired and where; a rule counts once, however often its words occur. */
final class Tally {
    private static final int SHOWN = 160;

    private final List<EvidenceRule> rules;
    private final @Nullable Fact[] first;

    Tally(List<EvidenceRule> rules) {
        this.rules = rules;
        this.first = new Fact[rules.size()];
    }

    void add(int rule, Fact fact) {
        if (first[rule] == null) {
            first[rule] = fact;
        }
    }

    /** Independent evidence adds up as 1 - (1 - a)(1 - b); evidence against takes its share away. */
    Signs signs(Map<String, Integer> measures) {
        Map<String, Double> doubt = new HashMap<>();
        Map<String, Double> kept = new HashMap<>();
        for (int i = 0; i < first.length; i++) {
            if (first[i] != null) {
                EvidenceRule rule = rules.get(i);
                Map<String, Double> into = rule.weight() > 0 ? doubt : kept;
                into.merge(rule.sign(), 1 - Math.abs(rule.weight()), (a, b) -> a * b);
            }
        }
        Map<String, Double> strengths = new HashMap<>();
        doubt.forEach((sign, left) -> strengths.put(sign, (1 - left) * kept.getOrDefault(sign, 1.0)));
        return new Signs(strengths, measures);
    }

    List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            Fact fact = first[i];
            if (fact != null) {
                evidence.add(evidence(rules.get(i), fact));
            }
        }
        evidence.sort(Comparator.comparingDouble((Evidence e) -> -Math.abs(e.weight()))
                .thenComparing(Evidence::rule));
        return evidence;
    }

    private static Evidence evidence(EvidenceRule rule, Fact fact) {
        String text = fact.text();
        String read = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return new Evidence(
                rule.id(),
                rule.sign(),
                rule.weight(),
                fact.document(),
                fact.location().path(),
                fact.line(),
                read,
                rule.means());
    }
}
