package dev.emplace.cli.netbox;

import dev.emplace.api.power.v1.ServerSlot;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rack with what feeds it and the machines in it.
 *
 * @param otherWatts what devices draw that are none of our machines
 */
record NetBoxRack(String name, List<Feed> feeds, List<ServerSlot> servers, long otherWatts) {

    NetBoxRack {
        feeds = List.copyOf(feeds);
        servers = List.copyOf(servers);
    }

    /** An active feed of a rack: A or B. */
    record Feed(long id, long panel, long watts) {}

    /** What two racks must have in common to be one group. */
    record Likeness(Set<Long> panels, long feedWatts, List<ServerSlot> servers) {}

    /**
     * A and B are two ways to the same load, not twice the power: a rack may take the less of the two, without what other
     * devices take of it already, all of which one feed carries when the other is out.
     */
    Likeness likeness() {
        return new Likeness(panels(feeds), usableWatts(), servers);
    }

    static Set<Long> panels(List<Feed> feeds) {
        Set<Long> panels = new TreeSet<>();
        feeds.forEach(feed -> panels.add(feed.panel()));
        return panels;
    }

    /** What one feed has for our machines. */
    long usableWatts() {
        return feeds.stream().mapToLong(Feed::watts).min().orElse(0) - otherWatts;
    }
}
