package dev.emplace.workload.domain.estimate;

import java.util.List;

/**
 * A number with the interval in which it lies.
 *
 * @param formula how it came about, with the numbers
 * @param overriddenBy fields and inputs that replace what went into it
 */
public record Figure(
        Quantity quantity, double low, double expected, double high, String formula, List<String> overriddenBy) {
    public Figure {
        if (!(low <= expected && expected <= high)) {
            throw new IllegalArgumentException(
                    "a figure needs low <= expected <= high, not " + low + ", " + expected + ", " + high);
        }
        overriddenBy = List.copyOf(overriddenBy);
    }

    /** What a figure measures. */
    public enum Quantity {
        DECODE_STEP_MILLISECONDS,
        FIRST_TOKEN_MILLISECONDS,
        PASS_MILLISECONDS,
        TOKENS_PER_SECOND,
        SAMPLES_PER_SECOND,
        REQUESTS_IN_MEMORY,
        REQUESTS_WITHIN_OBJECTIVE,
        TOKENS_PER_SECOND_WITHIN_OBJECTIVE
    }
}
