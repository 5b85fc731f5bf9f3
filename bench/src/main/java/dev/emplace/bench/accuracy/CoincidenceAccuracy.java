package dev.emplace.bench.accuracy;

import dev.emplace.bench.data.Csv;
import dev.emplace.bench.data.Distribution;
import dev.emplace.bench.data.Prediction;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** GPT-3 on 64 nodes: what one half of its distinct nodes says of the other half's sum over time. */
final class CoincidenceAccuracy {
    private final List<List<Double>> nodes;

    CoincidenceAccuracy(Path file) {
        List<Csv.Line> rows = Csv.read(file).rows();
        Set<List<Double>> distinct = new LinkedHashSet<>();
        for (int node = 0; rows.get(0).has(column(node)); node++) {
            String column = column(node);
            distinct.add(rows.stream().map(row -> row.number(column)).toList());
        }
        nodes = List.copyOf(distinct);
    }

    List<Row> rows() {
        Distribution known = new Distribution(sum(0));
        Distribution other = new Distribution(sum(1));
        List<Prediction> predictions = List.of(
                new Prediction("p50", known.median(), other.median(), "W"),
                new Prediction("p95", known.quantile(0.95), other.quantile(0.95), "W"),
                new Prediction("p99", known.quantile(0.99), other.quantile(0.99), "W"),
                new Prediction("max", known.worst(), other.worst(), "W"));
        double worst = Distribution.of(predictions).worst();
        double tops = nodes.stream()
                .mapToDouble(node -> new Distribution(node).quantile(0.99))
                .sum();
        double all = new Distribution(sumOf(nodes)).quantile(0.99);
        double apart = Math.abs(half(1).stream()
                                        .mapToDouble(node -> new Distribution(node).worst())
                                        .sum()
                                / other.worst()
                        - 1)
                * 100;
        return List.of(new Row.Measured(
                "sum of " + half(1).size() + " training nodes from " + half(0).size() + " others, worst of p50 to max",
                "sum of their own maxima, of max",
                Target.atMost(1),
                "%",
                worst,
                apart,
                worst,
                Distribution.lines(predictions)
                        + String.format(
                                java.util.Locale.ROOT,
                                "%n  p99 of the sum over the sum of p99, %d nodes: %.4f",
                                nodes.size(),
                                all / tops)));
    }

    /** Every second distinct node, from the first or the second on. */
    private List<List<Double>> half(int first) {
        List<List<Double>> half = new ArrayList<>();
        for (int i = first; i < nodes.size(); i += 2) {
            half.add(nodes.get(i));
        }
        return half;
    }

    private List<Double> sum(int first) {
        return sumOf(half(first));
    }

    private static List<Double> sumOf(List<List<Double>> nodes) {
        List<Double> sum = new ArrayList<>();
        for (int i = 0; i < nodes.get(0).size(); i++) {
            int sample = i;
            sum.add(nodes.stream().mapToDouble(node -> node.get(sample)).sum());
        }
        return sum;
    }

    private static String column(int node) {
        return "node_" + node + "_w";
    }
}
