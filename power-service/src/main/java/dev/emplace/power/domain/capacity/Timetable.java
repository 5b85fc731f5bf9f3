package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.Condition;
import dev.emplace.power.domain.topology.Topology;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;

/** A site's plant at each time: as built, but for what is out, limited or not there yet. */
public final class Timetable {
    private final Topology topology;
    private final NavigableSet<Instant> changes;
    private final Map<String, Integer> racks = new HashMap<>();
    private final Map<Condition, Plant> plants = new ConcurrentHashMap<>();

    private Timetable(Topology topology) {
        this.topology = topology;
        this.changes = topology.schedule().changesAfter(Instant.MIN);
        topology.rackGroups().forEach(group -> racks.put(group.id(), group.rackCount()));
    }

    public static Timetable of(Topology topology) {
        return new Timetable(topology);
    }

    /** The plant from that time until the next change. */
    public Plant at(Instant time) {
        return plant(topology.schedule().at(time));
    }

    /** The plant as built by that time, with nothing out. */
    public Plant builtBy(Instant time) {
        return plant(topology.schedule().builtBy(time));
    }

    /** Times after that one at which the plant changes. */
    public NavigableSet<Instant> changesAfter(Instant time) {
        return changes.tailSet(time, false);
    }

    public boolean changesAt(Instant time) {
        return changes.contains(time);
    }

    /** Whether the site has that rack of that group, counted from 0, at any time. */
    public boolean hasRack(String group, int rack) {
        return rack >= 0 && rack < racks.getOrDefault(group, 0);
    }

    private Plant plant(Condition condition) {
        return plants.computeIfAbsent(condition, key -> Plant.of(topology, key));
    }
}
