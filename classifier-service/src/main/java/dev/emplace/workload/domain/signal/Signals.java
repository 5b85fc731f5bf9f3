package dev.emplace.workload.domain.signal;

import java.util.List;

/**
 * Everything that the rules may look at, read from a manifest without judging it.
 *
 * @param nodes pods or machines that ask for accelerators
 * @param models names or addresses of models, where a kind has a field for them
 * @param schedules expressions of time at which it runs again
 */
public record Signals(
        List<String> kinds,
        List<Fact> facts,
        List<AcceleratorDemand> demands,
        int nodes,
        List<Fact> models,
        List<Fact> schedules) {
    public Signals {
        kinds = List.copyOf(kinds);
        facts = List.copyOf(facts);
        demands = List.copyOf(demands);
        models = List.copyOf(models);
        schedules = List.copyOf(schedules);
    }

    /** Accelerators in all, unknown numbers counted as one. */
    public int accelerators() {
        long sum = 0;
        for (AcceleratorDemand demand : demands) {
            sum += demand.atLeast();
        }
        return (int) Math.min(sum, Integer.MAX_VALUE);
    }

    /** Whether a placeholder hides how many accelerators or pods there are. */
    public boolean scaleUnknown() {
        return demands.stream().anyMatch(demand -> !demand.known());
    }
}
