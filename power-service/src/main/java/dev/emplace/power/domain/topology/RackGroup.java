package dev.emplace.power.domain.topology;

import java.util.List;

/**
 * Racks that are equal and stand on the same feeds and cooling: {@code row-a/1}, {@code row-a/2} and so on.
 *
 * @param fedBy power nodes of each rack; its load splits evenly over those that live
 * @param feedLimitWatts what one rack may take from one feed
 * @param cooledBy cooling units that take its heat, air and liquid
 */
public record RackGroup(
        String id,
        int rackCount,
        List<String> fedBy,
        long feedLimitWatts,
        List<String> cooledBy,
        long airLimitWatts,
        long liquidLimitWatts,
        List<ServerSlot> servers) {
    public RackGroup {
        fedBy = List.copyOf(fedBy);
        cooledBy = List.copyOf(cooledBy);
        servers = List.copyOf(servers);
        if (rackCount <= 0 || feedLimitWatts <= 0 || airLimitWatts < 0 || liquidLimitWatts < 0) {
            throw new IllegalArgumentException("a group has racks, a feed limit, and no negative limit");
        }
    }
}
