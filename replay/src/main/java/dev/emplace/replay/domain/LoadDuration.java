package dev.emplace.replay.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * For how much of a window how many accelerators were in use.
 *
 * @param steps levels of use with the hours at each, highest first
 */
public record LoadDuration(List<Step> steps) {

    private static final double HOUR_SECONDS = 3600;
    private static final double WHOLE = 1000;

    /** Some accelerators, whole or in part, in use together for some hours. */
    public record Step(double accelerators, double hours) {}

    public LoadDuration {
        steps = List.copyOf(steps);
    }

    public static LoadDuration of(List<Workload> workloads, Span window) {
        TreeMap<Long, Integer> changes = new TreeMap<>(Map.of(window.from(), 0, window.to(), 0));
        workloads.forEach(workload -> workload.runs().within(window).ifPresent(runs -> {
            changes.merge(runs.from(), cards(workload.demand()), Integer::sum);
            changes.merge(runs.to(), -cards(workload.demand()), Integer::sum);
        }));
        Map<Integer, Long> seconds = new TreeMap<>(Comparator.reverseOrder());
        int used = 0;
        long since = window.from();
        for (Map.Entry<Long, Integer> change : changes.entrySet()) {
            seconds.merge(used, change.getKey() - since, Long::sum);
            used += change.getValue();
            since = change.getKey();
        }
        List<Step> steps = new ArrayList<>();
        seconds.forEach((level, length) -> steps.add(new Step(level / WHOLE, length / HOUR_SECONDS)));
        return new LoadDuration(steps.stream().filter(step -> step.hours() > 0).toList());
    }

    /** A share of a card takes a whole one where nobody sells shares. */
    private static int cards(Demand demand) {
        return Math.max((int) WHOLE, demand.gpuMilli());
    }

    /** The least number that suffices for a share of the time. */
    public double percentile(double share) {
        double beyond = (1 - share) * steps.stream().mapToDouble(Step::hours).sum();
        double hours = 0;
        for (Step step : steps) {
            hours += step.hours();
            if (hours > beyond) {
                return step.accelerators();
            }
        }
        return 0;
    }
}
