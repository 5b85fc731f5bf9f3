package dev.emplace.replay;

import dev.emplace.replay.domain.Durations;
import dev.emplace.replay.domain.LoadDuration;
import dev.emplace.replay.domain.Span;
import dev.emplace.replay.domain.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A trace cut in two: the first half is learned from, the second is scored. What runs at the cut is placed anew there,
 * by every policy alike.
 *
 * @param learned the first half, as it was known at the cut
 * @param scored the second half
 */
public record Case(String name, List<Workload> learned, List<Workload> scored, Span first, Span second) {

    private static final double SIZING_PERCENTILE = 0.95;

    public static Case of(String name, List<Workload> workloads, Span whole) {
        long cut = whole.from() + whole.seconds() / 2;
        Span first = new Span(whole.from(), cut);
        Span second = new Span(cut, whole.to());
        return new Case(name, part(workloads, first), part(workloads, second), first, second);
    }

    private static List<Workload> part(List<Workload> workloads, Span window) {
        return workloads.stream()
                .flatMap(workload -> workload.within(window).stream())
                .sorted(Comparator.comparingLong(workload -> workload.runs().from()))
                .toList();
    }

    Durations durations() {
        return Durations.learned(learned);
    }

    /** Accelerators in use in the first half, at the 95th percentile of its time. */
    double sizing() {
        return LoadDuration.of(learned, first).percentile(SIZING_PERCENTILE);
    }

    Map<String, Workload> scoredById() {
        return scored.stream().collect(Collectors.toMap(Workload::id, Function.identity()));
    }

    double scoredGpuHours() {
        return scored.stream()
                .mapToDouble(w -> w.runs().hours() * w.demand().gpuMilli() / 1000)
                .sum();
    }
}
