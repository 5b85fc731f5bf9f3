package dev.emplace.workload.domain.latency;

/**
 * A latency in milliseconds with the interval in which it lies.
 *
 * @param low what physics allows at best: places are rejected by it
 * @param expected best estimate: places are ranked by it
 * @param formula how they came about, with the numbers
 */
public record Latency(double low, double expected, double high, String formula) {
    public Latency {
        if (!(low <= expected && expected <= high)) {
            throw new IllegalArgumentException(
                    "a latency needs low <= expected <= high, not " + low + ", " + expected + ", " + high);
        }
    }

    /** What its owner has measured. */
    public static Latency measured(double millis) {
        return new Latency(millis, millis, millis, "as stated by its owner");
    }
}
