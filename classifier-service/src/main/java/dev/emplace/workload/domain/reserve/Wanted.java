package dev.emplace.workload.domain.reserve;

import dev.emplace.workload.domain.plan.Capacity;
import java.time.Duration;
import java.util.Optional;

/**
 * How to hold.
 *
 * @param ttl how long without confirmation
 * @param holder for whom; "" is the workload, by its name
 * @param requestId under which id
 */
public record Wanted(Optional<Duration> ttl, String holder, String requestId) {
    /** The contract of power-service takes no longer holder. */
    private static final int MOST_CHARACTERS = 200;

    PowerHolds.Order order(String site, Capacity.Demand demand, String workload, byte[] record) {
        return new PowerHolds.Order(site, demand, ttl, holder.isEmpty() ? cut(workload) : holder, requestId, record);
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= MOST_CHARACTERS
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MOST_CHARACTERS));
    }
}
