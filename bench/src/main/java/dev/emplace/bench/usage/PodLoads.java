package dev.emplace.bench.usage;

import dev.emplace.bench.report.Row;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Accelerators in use over 149 days, by latency-sensitive pods and by those of best effort. */
record PodLoads(List<Pod> pods) {
    private static final int STEP = 3_600;

    List<Row> rows() {
        return List.of(
                row("accelerators of latency-sensitive pods", Pod::latencySensitive),
                row("accelerators of best-effort pods", pod -> !pod.latencySensitive()));
    }

    private Row row(String name, Predicate<Pod> kind) {
        int steps = (int) (pods.stream().mapToLong(Pod::until).max().orElseThrow() / STEP);
        double[] loads = new double[steps];
        pods.stream().filter(kind).filter(Pod::ran).forEach(pod -> {
            int last = (int) Math.min(steps, pod.until() / STEP);
            for (int i = (int) (pod.from() / STEP); i < last; i++) {
                loads[i] += pod.accelerators();
            }
        });
        return new Halves(
                        name,
                        IntStream.range(0, steps)
                                .mapToLong(i -> (long) i * STEP)
                                .toArray(),
                        loads)
                .row();
    }
}
