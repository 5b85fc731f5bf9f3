package dev.emplace.power.domain.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * One point at which a workload was metered, by which estimates of others on the same accelerator are corrected: what is
 * above idle is scaled as it was there.
 *
 * @param workload that was metered
 * @param predicted its median, in watts
 * @param idle what its machines draw doing nothing, in watts
 * @param metered its mean, in watts
 * @param source where that comes from
 */
public record MeteredPoint(Workload workload, long predicted, long idle, long metered, String source) {
    /** Below so much over idle, a ratio would be of noise. */
    private static final double LEAST_SHARE_ABOVE_IDLE = 0.05;

    /** Whether the model says enough above idle there for a ratio to mean something. */
    public boolean isTelling() {
        return predicted - idle >= LEAST_SHARE_ABOVE_IDLE * predicted;
    }

    /** Metered over predicted, above idle; not negative. */
    public double factor() {
        return Math.max(0, metered - idle) / (double) (predicted - idle);
    }

    /**
     * The estimate with its median, p95 and interval corrected. Its peak stays, which is what a reservation holds: one
     * point says nothing of peaks.
     *
     * @param idleOfOther what the machines of the estimate draw doing nothing, in watts
     */
    DrawEstimate correct(DrawEstimate estimate, long idleOfOther) {
        LongUnaryOperator corrected = watts ->
                Math.min(estimate.peak(), Math.round(idleOfOther + Math.max(0, watts - idleOfOther) * factor()));
        long p50 = corrected.applyAsLong(estimate.p50());
        List<DrawPart> parts = new ArrayList<>(estimate.parts());
        parts.add(new DrawPart(
                "correction by one metered point",
                p50 - estimate.p50(),
                String.format(
                        Locale.ROOT,
                        "(p50 - %d W idle) x (%.3f - 1): %d W metered, %d W predicted, %d W idle",
                        idleOfOther,
                        factor(),
                        metered,
                        predicted,
                        idle),
                source,
                Optional.empty()));
        return new DrawEstimate(
                p50,
                Math.max(p50, corrected.applyAsLong(estimate.p95())),
                estimate.peak(),
                Math.min(p50, corrected.applyAsLong(estimate.p50Low())),
                Math.max(p50, corrected.applyAsLong(estimate.p50High())),
                estimate.nameplate(),
                estimate.servers(),
                estimate.airWatts(),
                estimate.liquidWatts(),
                parts,
                estimate.coincidence());
    }
}
