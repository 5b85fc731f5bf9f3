package dev.emplace.workload.domain.usage;

/**
 * The part of a load that a commitment should carry. A committed unit is paid all the time at a price p, others only while
 * they are used at 1, so the best base is the load that is exceeded for a share p of the time: the newsvendor's critical
 * ratio on the load-duration curve (Arrow, Harris, Marschak 1951).
 *
 * @param base in the load's unit, or in whole units where it is told what one carries
 * @param busyShare share of the base that is used, on average
 * @param cost of base and rest together, where everything on demand costs 1
 * @param costAtPeak the same, were the peak committed
 */
public record Commitment(double base, double busyShare, double cost, double costAtPeak) {

    static Commitment of(DurationCurve curve, double priceRatio) {
        double base = curve.quantile(1 - priceRatio);
        double mean = curve.mean();
        return new Commitment(
                base,
                base == 0 ? 0 : (mean - curve.meanAbove(base)) / base,
                mean == 0 ? 1 : (priceRatio * base + curve.meanAbove(base)) / mean,
                mean == 0 ? 1 : priceRatio * curve.peak() / mean);
    }
}
