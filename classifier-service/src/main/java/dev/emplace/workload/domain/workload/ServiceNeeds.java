package dev.emplace.workload.domain.workload;

import java.time.Duration;
import java.util.Optional;

/**
 * How a workload is used.
 *
 * @param latencyObjective end to end at the 99th percentile, network included
 * @param computeLatency the computation alone at the 99th percentile, as measured
 * @param utilizationPercent share of time in which it does useful work, above 0 and at most 100
 * @param duration how long it runs or is kept
 * @param promptTokens length of a usual prompt
 * @param monthlyRunHours hours of a month for which it runs, above 0 and at most 730
 */
public record ServiceNeeds(
        Optional<Integer> replicas,
        Optional<Duration> latencyObjective,
        Optional<Duration> computeLatency,
        Optional<Integer> concurrentRequests,
        Optional<Integer> contextTokens,
        Optional<Double> utilizationPercent,
        Optional<Duration> duration,
        Optional<Integer> promptTokens,
        Optional<Double> monthlyRunHours) {
    public static final ServiceNeeds UNKNOWN = new ServiceNeeds(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    ServiceNeeds overriddenBy(ServiceNeeds stated) {
        return new ServiceNeeds(
                Known.first(stated.replicas, replicas),
                Known.first(stated.latencyObjective, latencyObjective),
                Known.first(stated.computeLatency, computeLatency),
                Known.first(stated.concurrentRequests, concurrentRequests),
                Known.first(stated.contextTokens, contextTokens),
                Known.first(stated.utilizationPercent, utilizationPercent),
                Known.first(stated.duration, duration),
                Known.first(stated.promptTokens, promptTokens),
                Known.first(stated.monthlyRunHours, monthlyRunHours));
    }
}
