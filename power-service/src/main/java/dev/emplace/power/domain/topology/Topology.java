package dev.emplace.power.domain.topology;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A whole site as its operator declares it.
 *
 * @param failureDuration how long a failure lasts until it is mended or load has been moved by hand; an
 *     emergency limit counts only if it holds that long
 * @param schedule what is out, limited or not there yet, and when
 */
public record Topology(
        String displayName,
        SiteKind kind,
        Surroundings surroundings,
        List<PowerNode> nodes,
        List<CoolingUnit> coolingUnits,
        List<RackGroup> rackGroups,
        Optional<Duration> failureDuration,
        Schedule schedule) {
    public Topology {
        nodes = List.copyOf(nodes);
        coolingUnits = List.copyOf(coolingUnits);
        rackGroups = List.copyOf(rackGroups);
    }

    /** A site that only changes when it is applied anew. */
    public Topology(
            String displayName,
            SiteKind kind,
            Surroundings surroundings,
            List<PowerNode> nodes,
            List<CoolingUnit> coolingUnits,
            List<RackGroup> rackGroups,
            Optional<Duration> failureDuration) {
        this(displayName, kind, surroundings, nodes, coolingUnits, rackGroups, failureDuration, Schedule.NONE);
    }

    /** The same but for its times. */
    public Topology with(Schedule other) {
        return new Topology(displayName, kind, surroundings, nodes, coolingUnits, rackGroups, failureDuration, other);
    }

    public int rackCount() {
        return rackGroups.stream().mapToInt(RackGroup::rackCount).sum();
    }
}
