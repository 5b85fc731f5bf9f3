package dev.emplace.workload.domain.reserve;

import dev.emplace.workload.domain.plan.Capacity;
import java.time.Duration;
import java.util.Optional;

/** How to hold: for how long without confirmation, for whom, and under which id. */
public record Wanted(Optional<Duration> ttl, String holder, String requestId) {
    PowerHolds.Order order(String site, Capacity.Demand demand, byte[] record) {
        return new PowerHolds.Order(site, demand, ttl, holder, requestId, record);
    }
}
