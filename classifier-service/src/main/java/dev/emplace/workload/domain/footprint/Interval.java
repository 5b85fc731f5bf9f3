package dev.emplace.workload.domain.footprint;

/** A number of bytes with the interval in which it lies. */
public record Interval(long low, long expected, long high) {
    public static final Interval ZERO = new Interval(0, 0, 0);

    public Interval {
        if (low > expected || expected > high) {
            throw new IllegalArgumentException(
                    "an interval needs low <= expected <= high, not " + low + ", " + expected + ", " + high);
        }
    }

    public static Interval of(double low, double expected, double high) {
        return new Interval(Math.round(low), Math.round(expected), Math.round(high));
    }

    public Interval plus(Interval other) {
        return new Interval(low + other.low, expected + other.expected, high + other.high);
    }

    public Interval times(double factor) {
        return of(low * factor, expected * factor, high * factor);
    }
}
