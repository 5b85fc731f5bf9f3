package dev.emplace.power.domain.draw;

import java.util.List;
import java.util.Optional;

/**
 * What a workload draws at the wall, all its machines together, in watts.
 *
 * @param p50 median over time; p50Low and p50High bound it by 90%
 * @param peak highest 1 s mean, which a reservation holds
 * @param nameplate the makers' ratings, for comparison
 * @param coincidence 99th percentile of the machines' sum over the sum of theirs, where measured
 */
public record DrawEstimate(
        long p50,
        long p95,
        long peak,
        long p50Low,
        long p50High,
        long nameplate,
        int servers,
        long airWatts,
        long liquidWatts,
        List<DrawPart> parts,
        Optional<Double> coincidence) {
    public DrawEstimate {
        parts = List.copyOf(parts);
        if (p50Low > p50 || p50 > p50High || p50 > p95 || p95 > peak) {
            throw new IllegalArgumentException("low, median and high, and median, p95 and peak, rise in that order");
        }
    }
}
