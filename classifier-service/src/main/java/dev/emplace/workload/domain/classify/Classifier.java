package dev.emplace.workload.domain.classify;

import dev.emplace.workload.domain.policy.Decision;
import dev.emplace.workload.domain.policy.EvidenceRule;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.signal.Fact;
import dev.emplace.workload.domain.signal.Signals;
import dev.emplace.workload.domain.signal.Source;
import dev.emplace.workload.domain.workload.Workload;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what a workload is, by the policy's rules in the policy's order. */
public final class Classifier {
    private final Policy policy;
    private final Lexicon lexicon;
    private final List<Set<Source>> sources;

    public Classifier(Policy policy) {
        this.policy = policy;
        this.lexicon = new Lexicon(policy.evidence());
        this.sources = policy.evidence().stream()
                .map(EvidenceRule::sources)
                .<Set<Source>>map(EnumSet::copyOf)
                .toList();
    }

    public Policy policy() {
        return policy;
    }

    /** Classifies from what a manifest says alone. */
    public Classification classify(Signals signals) {
        return classify(signals, Workload.UNKNOWN, 0);
    }

    /**
     * Classifies from what a manifest says, replaced by what its owner states wherever both speak.
     *
     * @param leastNodes machines that the model needs at least to be trained; 0 is unknown
     */
    public Classification classify(Signals signals, Workload stated, int leastNodes) {
        Tally tally = new Tally(policy.evidence());
        for (Fact fact : signals.facts()) {
            lexicon.scan(fact.text(), rule -> {
                if (sources.get(rule).contains(fact.source())) {
                    tally.add(rule, fact);
                }
            });
        }
        return decide(tally.signs(measures(signals)), tally.evidence(), stated, leastNodes);
    }

    /** Classifies from explicit facts alone. */
    public Classification classify(Workload stated, int leastNodes) {
        return decide(new Signs(Map.of(), Map.of()), List.of(), stated, leastNodes);
    }

    private Classification decide(Signs read, List<Evidence> readEvidence, Workload stated, int leastNodes) {
        List<Evidence> evidence = new ArrayList<>();
        Signs signs = StatedSigns.over(read, stated, readEvidence, evidence);
        return new Verdict(policy, signs.withAtLeast("model_nodes", leastNodes)).classification(evidence);
    }

    private static Map<String, Integer> measures(Signals signals) {
        Map<String, Integer> measures = new HashMap<>();
        measures.put("accelerators", signals.accelerators());
        measures.put("nodes", signals.nodes());
        measures.put("scale_unknown", signals.scaleUnknown() ? 1 : 0);
        measures.put("documents", signals.kinds().size());
        return measures;
    }

    /** Every measure that a decision may test. */
    public static Set<String> measureNames() {
        return Set.of("accelerators", "nodes", "scale_unknown", "documents", "model_nodes");
    }

    static boolean passes(Decision decision, Signs signs) {
        return decision.all().stream().allMatch(signs::passes)
                && (decision.any().isEmpty() || decision.any().stream().anyMatch(signs::passes))
                && decision.none().stream().noneMatch(signs::passes);
    }
}
