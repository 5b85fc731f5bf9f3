package dev.emplace.cli.output;

import dev.emplace.api.power.v1.Assessment;
import dev.emplace.api.power.v1.RackGroup;
import dev.emplace.api.power.v1.ServerSlot;
import dev.emplace.api.power.v1.Site;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a site.
 *
 * @param site the site with its whole topology
 * @param assessments for each kind of accelerator there, one that trains: what would fit beside all that is held
 * @param heldWatts what its live reservations hold
 */
public record SiteReport(Site site, List<Assessment> assessments, long heldWatts) {

    /** How many accelerators stand there, by kind. */
    public static Map<String, Long> accelerators(Site site) {
        Map<String, Long> counts = new TreeMap<>();
        for (RackGroup group : site.getTopology().getRackGroupsList()) {
            for (ServerSlot slot : group.getServersList()) {
                long count = (long) group.getRackCount() * slot.getServerCount() * slot.getAcceleratorsPerServer();
                counts.merge(Names.id(slot.getAccelerator()), count, Long::sum);
            }
        }
        return counts;
    }
}
