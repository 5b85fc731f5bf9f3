package dev.emplace.bench.usage;

import static java.util.Objects.requireNonNull;

import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.bench.usage.Pod.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Whether a pod is latency-sensitive, told by the pods whose requests come nearest. Pods of one template ask for the same, so
 * a request is either known or asked about, never both. No service uses this: it says how much requests alone tell.
 */
final class RequestNeighbours {
    private static final int NEIGHBOURS = 3;
    private static final int FOLDS = 5;
    private static final long SEED = 20_261_130;

    /** Of a decision tree, split in the same way (design notes of the project). */
    private static final double TREE = 79.2;

    private final Map<Request, int[]> counts = new HashMap<>();

    RequestNeighbours(List<Pod> pods) {
        pods.forEach(pod -> counts.computeIfAbsent(pod.request(), any -> new int[2])[pod.latencySensitive() ? 1 : 0]++);
    }

    List<Row> rows() {
        double[] folds = new double[20];
        for (int i = 0; i < folds.length; i++) {
            folds[i] = accuracy(split(new Random(SEED + i)));
        }
        Arrays.sort(folds);
        double alone = accuracy(counts.keySet().stream().map(List::of).toList());
        double median = folds[folds.length / 2];
        return List.of(new Row.Measured(
                "latency-sensitive or best effort, from requests not seen, 5 folds, median of 20",
                "decision tree",
                Target.atLeast(TREE),
                "%",
                median,
                TREE,
                median,
                String.format(
                        Locale.ROOT,
                        "from %.1f to %.1f %%; each of %d requests left out alone %.1f %%; the commoner kind, to all, %.1f %%",
                        folds[0],
                        folds[folds.length - 1],
                        counts.size(),
                        alone,
                        commoner())));
    }

    private List<List<Request>> split(Random random) {
        Comparator<Request> order = Comparator.comparingInt(Request::cpuMillis)
                .thenComparingInt(Request::memoryMebibytes)
                .thenComparingInt(Request::accelerators)
                .thenComparingInt(Request::shareMillis);
        List<Request> shuffled =
                new ArrayList<>(counts.keySet().stream().sorted(order).toList());
        Collections.shuffle(shuffled, random);
        List<List<Request>> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            folds.add(shuffled.subList(fold * shuffled.size() / FOLDS, (fold + 1) * shuffled.size() / FOLDS));
        }
        return folds;
    }

    private double accuracy(List<List<Request>> folds) {
        int right = 0;
        for (List<Request> fold : folds) {
            for (Request asked : fold) {
                right += requireNonNull(counts.get(asked))[sensitive(asked, fold) ? 1 : 0];
            }
        }
        return 100.0 * right / pods();
    }

    private double commoner() {
        int sensitive = counts.values().stream().mapToInt(count -> count[1]).sum();
        return 100.0 * Math.max(sensitive, pods() - sensitive) / pods();
    }

    private int pods() {
        return counts.values().stream().mapToInt(count -> count[0] + count[1]).sum();
    }

    /** The nearest requests vote, the nearer the more, each for its own share. */
    private boolean sensitive(Request asked, List<Request> without) {
        double vote = counts.keySet().stream()
                .filter(known -> !without.contains(known))
                .sorted(Comparator.comparingDouble(known -> distance(asked, known)))
                .limit(NEIGHBOURS)
                .mapToDouble(known -> (share(known) - 0.5) / (0.1 + distance(asked, known)))
                .sum();
        return vote > 0;
    }

    private double share(Request known) {
        int[] count = requireNonNull(counts.get(known));
        return count[1] / (double) (count[0] + count[1]);
    }

    private static double distance(Request a, Request b) {
        return Math.pow(log2(a.cpuMillis()) - log2(b.cpuMillis()), 2)
                + Math.pow(log2(a.memoryMebibytes()) - log2(b.memoryMebibytes()), 2)
                + Math.pow(a.accelerators() - b.accelerators(), 2)
                + Math.pow((a.shareMillis() - b.shareMillis()) / 1_000.0, 2);
    }

    private static double log2(int value) {
        return Math.log(value + 1.0) / Math.log(2);
    }
}
