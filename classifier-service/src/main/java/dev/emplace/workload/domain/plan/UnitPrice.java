package dev.emplace.workload.domain.plan;

import java.math.BigDecimal;

/**
 * What one unit of the work costs at a place, with the interval in which it lies.
 *
 * @param formula how it came about, with the numbers
 */
public record UnitPrice(Unit unit, BigDecimal lowUsd, BigDecimal usd, BigDecimal highUsd, String formula) {

    /** What is counted. */
    public enum Unit {
        /** Tokens that are written. */
        MILLION_TOKENS,
        /** From its start to its end. */
        RUN
    }

    public UnitPrice {
        if (lowUsd.compareTo(usd) > 0 || usd.compareTo(highUsd) > 0) {
            throw new IllegalArgumentException(
                    "a unit price needs low <= expected <= high, not " + lowUsd + ", " + usd + ", " + highUsd);
        }
    }

    static UnitPrice exact(Unit unit, BigDecimal usd, String formula) {
        return new UnitPrice(unit, usd, usd, usd, formula);
    }
}
