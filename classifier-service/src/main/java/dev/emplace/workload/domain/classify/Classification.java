package dev.emplace.workload.domain.classify;

import java.util.List;
import java.util.Map;

/**
 * What a workload is and how sure that is.
 *
 * @param confidence probability that the class is right, from 0 to 1
 * @param decision id of the precedence step that named the class
 * @param runnerUp the next class by evidence; UNDETERMINED where nothing else has any
 * @param question the one question that would decide, where the class is UNDETERMINED; "" otherwise
 * @param evidence strongest first
 * @param derived what was counted or derived and can be overridden
 */
public record Classification(
        WorkloadClass workloadClass,
        double confidence,
        String decision,
        WorkloadClass runnerUp,
        double runnerUpConfidence,
        String question,
        List<Evidence> evidence,
        Map<String, Integer> derived,
        String policyVersion) {
    public Classification {
        evidence = List.copyOf(evidence);
        derived = Map.copyOf(derived);
    }
}
