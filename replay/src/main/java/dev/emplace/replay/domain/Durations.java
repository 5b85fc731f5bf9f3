package dev.emplace.replay.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long work is expected to last, learned from what had been seen by a moment. The mean of a tuple is its observed
 * time over its observed ends, the estimate of a censored exponential (Lawless, Statistical Models and Methods for
 * Lifetime Data, section 4.1); without enough ends, that of all.
 */
public final class Durations {

    private static final int ENOUGH_ENDS = 5;

    private final Map<String, Seen> byTuple = new HashMap<>();
    private final Seen all = new Seen();

    private static final class Seen {
        private double hours;
        private int ends;

        void add(Workload workload) {
            hours += workload.runs().hours();
            ends += workload.censored() ? 0 : 1;
        }
    }

    private Durations() {}

    /** Learns from workloads as they were known: cut, and censored, at the moment. */
    public static Durations learned(List<Workload> seen) {
        Durations durations = new Durations();
        for (Workload workload : seen) {
            durations.byTuple.computeIfAbsent(workload.tuple(), t -> new Seen()).add(workload);
            durations.all.add(workload);
        }
        return durations;
    }

    /** Nothing is known: an hour. */
    public static Durations unknown() {
        return new Durations();
    }

    public double expectedHours(Workload workload) {
        Seen seen = byTuple.getOrDefault(workload.tuple(), all);
        Seen used = seen.ends >= ENOUGH_ENDS ? seen : all;
        return used.ends == 0 ? 1 : Math.max(1 / 3600.0, used.hours / used.ends);
    }
}
