package dev.emplace.workload.domain.classify;

import dev.emplace.workload.domain.policy.Decision;
import java.util.HashMap;
import java.util.Map;

/**
 * How strongly the evidence speaks for each sign, from 0 to 1, and what was counted.
 *
 * @param strengths by sign; a sign without evidence has none
 * @param measures by name, such as accelerators and nodes
 */
public record Signs(Map<String, Double> strengths, Map<String, Integer> measures) {
    public Signs {
        strengths = Map.copyOf(strengths);
        measures = Map.copyOf(measures);
    }

    Signs withAtLeast(String measure, int value) {
        Map<String, Integer> more = new HashMap<>(measures);
        more.merge(measure, value, Math::max);
        return new Signs(strengths, more);
    }

    boolean passes(Decision.Test test) {
        return value(test) >= test.atLeast();
    }

    /** How far a test is met, from 0 to 1: a sign's strength, or all or nothing for a measure. */
    double degree(Decision.Test test) {
        if (test.measure()) {
            return passes(test) ? 1 : 0;
        }
        return value(test);
    }

    private double value(Decision.Test test) {
        return test.measure() ? measures.getOrDefault(test.name(), 0) : strengths.getOrDefault(test.name(), 0.0);
    }
}
