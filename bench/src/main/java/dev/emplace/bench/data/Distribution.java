package dev.emplace.bench.data;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Figures in order, most often how far predictions were off in percent of what was measured. */
public record Distribution(List<Double> sorted) {
    public Distribution {
        sorted = sorted.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("a distribution has figures");
        }
    }

    public static Distribution of(Collection<Prediction> predictions) {
        return new Distribution(predictions.stream().map(Prediction::error).toList());
    }

    public double median() {
        return quantile(0.5);
    }

    public double worst() {
        return sorted.get(sorted.size() - 1);
    }

    /** Linear between the two nearest. */
    public double quantile(double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        double next = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return sorted.get(below) + (place - below) * (next - sorted.get(below));
    }

    public static String lines(Collection<Prediction> predictions) {
        return predictions.stream().map(Prediction::line).collect(Collectors.joining("\n", "\n", ""));
    }
}
