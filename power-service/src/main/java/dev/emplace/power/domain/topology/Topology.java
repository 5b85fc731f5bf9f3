package dev.emplace.power.domain.topology;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A whole site as its operator declares it.
 *
 * @param failureDuration how long a failure lasts until it is mended or load has been moved by hand; an
 *     emergency limit counts only if it holds that long
 */
public record Topology(
        String displayName,
        SiteKind kind,
        Surroundings surroundings,
        List<PowerNode> nodes,
        List<CoolingUnit> coolingUnits,
        List<RackGroup> rackGroups,
        Optional<Duration> failureDuration) {
    public Topology {
        nodes = List.copyOf(nodes);
        coolingUnits = List.copyOf(coolingUnits);
        rackGroups = List.copyOf(rackGroups);
    }

    public int rackCount() {
        return rackGroups.stream().mapToInt(RackGroup::rackCount).sum();
    }
}
