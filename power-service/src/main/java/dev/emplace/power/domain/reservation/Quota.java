package dev.emplace.power.domain.reservation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The most that a tenant may hold at a site at any time.
 *
 * @param tenant by name, or {@link #EACH_OTHER}
 * @param watts empty for no limit
 * @param accelerators by their id; one that is not there has no limit
 * @param callers who may reserve for the tenant, by the names that identities have; empty for anybody
 */
public record Quota(String tenant, OptionalLong watts, Map<String, Long> accelerators, List<String> callers) {
    /** In the place of a tenant: each one that has no quota of its own. */
    public static final String EACH_OTHER = "*";

    public Quota {
        accelerators = Map.copyOf(accelerators);
        callers = List.copyOf(callers);
    }

    /** The tenant of a holder's own words, TENANT or TENANT/WHAT. */
    public static String tenantOf(String holder) {
        int end = holder.indexOf('/');
        return (end < 0 ? holder : holder.substring(0, end)).strip();
    }

    boolean admits(String caller) {
        return callers.isEmpty() || callers.contains(caller);
    }

    /** The first limit that is exceeded. */
    Optional<Exceeded> exceeded(Usage used, Usage asked) {
        Stream<Exceeded> power =
                watts.stream().mapToObj(limit -> new Exceeded("watts", limit, used.watts(), asked.watts()));
        Stream<Exceeded> machines = accelerators.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(limit -> new Exceeded(
                        "accelerators/" + limit.getKey(),
                        limit.getValue(),
                        used.accelerators(limit.getKey()),
                        asked.accelerators(limit.getKey())));
        // What is not asked for is not refused, however much of it is held.
        return Stream.concat(power, machines)
                .filter(each -> each.asked() > 0 && each.used() + each.asked() > each.limit())
                .findFirst();
    }

    /**
     * A limit that would be exceeded.
     *
     * @param quota of what: watts, or accelerators/{accelerator}
     */
    record Exceeded(String quota, long limit, long used, long asked) {}
}
