package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.RackGroup;
import java.util.List;
import java.util.Optional;

/** Where the racks of one group hang: their outlets, the elements that their load reaches, and what a failure does. */
final class Tap {
    final RackGroup group;
    final int index;

    /** Number of the group's first rack among all racks of the site. */
    final int firstRack;

    final Outlet power;
    final Outlet air;
    final Outlet liquid;
    int[] scenarios = {};
    Edge[] powerEdges = {};
    Edge[] airEdges = {};
    Edge[] liquidEdges = {};

    /** Elements that the load of a rack reaches, consumers before their suppliers. */
    int[] route = {};

    /** Each set of feeds that some scenario leaves alive, the nominal one first. */
    List<FeedState> feedStates = List.of();

    /** What is out before anything fails. */
    Losing out = new Losing(Optional.empty(), Optional.empty(), Optional.empty());

    Losing losing = new Losing(Optional.empty(), Optional.empty(), Optional.empty());

    /** A set of live feeds (bit i is feed i) and the first scenario that leaves it. */
    record FeedState(int mask, String scenario) {
        int live() {
            return Integer.bitCount(mask);
        }
    }

    /** The first scenario, if any, that takes a rack's last feed, or the last unit for its air or its liquid. */
    record Losing(Optional<String> power, Optional<String> air, Optional<String> liquid) {
        /** That which takes something from a load. */
        Optional<String> of(RackLoad load) {
            return power.or(() -> load.airWatts() > 0 ? air : Optional.empty())
                    .or(() -> load.liquidWatts() > 0 ? liquid : Optional.empty());
        }
    }

    Tap(RackGroup group, int index, int firstRack, Outlet power, Outlet air, Outlet liquid) {
        this.group = group;
        this.index = index;
        this.firstRack = firstRack;
        this.power = power;
        this.air = air;
        this.liquid = liquid;
    }

    String rackName(int rack) {
        return group.id() + "/" + (rack + 1);
    }
}
