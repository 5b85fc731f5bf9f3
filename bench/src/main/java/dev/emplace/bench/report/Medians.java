package dev.emplace.bench.report;

import java.util.Collection;
import java.util.List;

/** The middle of repeated measurements, which one disturbance does not move. */
public final class Medians {

    private Medians() {}

    /** Of an even number of values the lower one of the middle. */
    public static double median(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
