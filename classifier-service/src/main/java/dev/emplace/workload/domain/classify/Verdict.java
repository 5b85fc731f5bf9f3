package dev.emplace.workload.domain.classify;

import dev.emplace.workload.domain.policy.Decision;
import dev.emplace.workload.domain.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policy's decisions applied to one workload's signs. */
final class Verdict {
    private final Policy policy;
    private final Signs signs;

    Verdict(Policy policy, Signs signs) {
        this.policy = policy;
        this.signs = signs;
    }

    Classification classification(List<Evidence> evidence) {
        Decision first = firstPassing();
        if (first == null) {
            return answer(WorkloadClass.UNDETERMINED, 0, "none", policy.fallbackQuestion(), evidence);
        }
        double confidence = confidence(first);
        if (first.workloadClass() != WorkloadClass.UNDETERMINED && confidence < policy.abstainBelow()) {
            return answer(WorkloadClass.UNDETERMINED, confidence, first.id(), policy.fallbackQuestion(), evidence);
        }
        return answer(first.workloadClass(), confidence, first.id(), first.question(), evidence);
    }

    private Classification answer(
            WorkloadClass named, double confidence, String decision, String question, List<Evidence> evidence) {
        Decision next = strongestOther(named);
        return new Classification(
                named,
                confidence,
                decision,
                next == null ? WorkloadClass.UNDETERMINED : next.workloadClass(),
                next == null ? 0 : Math.min(confidence(next), 1 - confidence),
                question,
                evidence,
                signs.measures(),
                policy.version());
    }

    private @Nullable Decision firstPassing() {
        for (Decision decision : policy.decisions()) {
            if (Classifier.passes(decision, signs)) {
                return decision;
            }
        }
        return null;
    }

    private @Nullable Decision strongestOther(WorkloadClass named) {
        Decision strongest = null;
        double most = 0;
        for (Decision decision : policy.decisions()) {
            WorkloadClass other = decision.workloadClass();
            if (other != named && other != WorkloadClass.UNDETERMINED && degree(decision) > most) {
                most = degree(decision);
                strongest = decision;
            }
        }
        return strongest;
    }

    /** Certainty of the decision, less a share for tests that are met weakly, calibrated. */
    private double confidence(Decision decision) {
        double share = policy.number("confidence.strength_share");
        return calibrated(decision.certainty() * (1 - share + share * degree(decision)));
    }

    /** Temperature scaling (Guo et al. 2017): the log-odds are divided by a constant that was fitted. */
    private double calibrated(double raw) {
        if (raw <= 0 || raw >= 1) {
            return raw;
        }
        double odds = Math.log(raw / (1 - raw)) / policy.number("confidence.temperature");
        return 1 / (1 + Math.exp(-odds));
    }

    /** The weakest of the demands, the strongest alternative, less what speaks against. */
    private double degree(Decision decision) {
        double degree = 1;
        for (Decision.Test test : decision.all()) {
            degree = Math.min(degree, signs.degree(test));
        }
        double any = decision.any().isEmpty() ? 1 : 0;
        for (Decision.Test test : decision.any()) {
            any = Math.max(any, signs.degree(test));
        }
        degree = Math.min(degree, any);
        for (Decision.Test test : decision.none()) {
            degree *= 1 - signs.degree(test) / 2;
        }
        return degree;
    }
}
