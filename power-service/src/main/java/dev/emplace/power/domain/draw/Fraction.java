package dev.emplace.power.domain.draw;

/**
 * Accelerator power over TDP while it works: the median over measured configurations, and their 5th and 95th
 * percentile. The spread is between configurations, not over time.
 */
public record Fraction(double low, double median, double high) {
    public Fraction {
        if (!(low > 0 && low <= median && median <= high && high <= 1.2)) {
            throw new IllegalArgumentException("fractions of TDP rise from low to high and stay within (0, 1.2]");
        }
    }

    /** The fraction in configurations that run this much above the median one, no higher than any measured. */
    Fraction times(double factor) {
        double moved = Math.min(high, Math.max(low, median * factor));
        // Within one batch size the middle 90% of the H100 chat configurations lie within these factors.
        return new Fraction(Math.max(low, moved * 0.72), moved, Math.min(high, moved * 1.25));
    }

    /** With bounds at least as wide as those of a class. */
    Fraction within(Fraction bounds) {
        return new Fraction(Math.min(low, bounds.low), median, Math.max(high, bounds.high));
    }
}
