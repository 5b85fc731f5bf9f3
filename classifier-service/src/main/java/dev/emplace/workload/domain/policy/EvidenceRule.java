package dev.emplace.workload.domain.policy;

import dev.emplace.workload.domain.signal.Source;
import java.util.List;
import java.util.Set;

/**
 * Words that speak for, or with a negative weight against, a sign.
 *
 * @param sign what the words are a sign of, such as "serving"
 * @param weight from -1 to 1
 * @param words phrases that stand between boundaries; a star at an end lifts the boundary there
 */
public record EvidenceRule(
        String id, String sign, double weight, Set<Source> sources, List<String> words, String means) {
    public EvidenceRule {
        sources = Set.copyOf(sources);
        words = List.copyOf(words);
    }
}
