package dev.emplace.replay.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One policy, and another for what the first finds no machine for; which, seeing more, also decides what joins. */
public record Fallback(Policy first, Policy second) implements Policy {

    @Override
    public Optional<Machine> join(Workload workload, List<Machine> withRoom) {
        return second.join(workload, withRoom);
    }

    @Override
    public Optional<Listing> rent(Workload workload, Predicate<Listing> inQuota) {
        return first.rent(workload, inQuota).or(() -> second.rent(workload, inQuota));
    }
}
