package dev.emplace.bench.report;

import java.util.List;

/** How values are spread: by the nearest rank, so that each is one that was measured. */
public record Percentiles(List<Double> values) {

    public Percentiles {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        values = values.stream().sorted().toList();
    }

    /**
     * The value that so many percent of all do not exceed.
     *
     * @param percent above 0, up to 100
     */
    public double at(double percent) {
        return values.get((int) Math.ceil(percent / 100 * values.size()) - 1);
    }
}
