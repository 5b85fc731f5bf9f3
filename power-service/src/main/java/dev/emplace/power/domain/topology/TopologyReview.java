package dev.emplace.power.domain.topology;

import java.util.List;
import java.util.function.Predicate;

/** Reads a whole topology and lists everything that is wrong or doubtful about it, at once. */
public final class TopologyReview {
    /** Racks of one site: each costs memory in every state of the site. */
    private static final int MOST_RACKS = 200_000;

    private final Predicate<String> knownAccelerator;

    public TopologyReview(Predicate<String> knownAccelerator) {
        this.knownAccelerator = knownAccelerator;
    }

    public List<Finding> review(Topology topology) {
        Findings findings = new Findings();
        new NameRules(topology, findings).check();
        new FeedRules(topology, findings).check();
        new CoolingRules(topology, findings).check();
        new RatingRules(topology, findings).check();
        new ScheduleRules(topology, findings).check();
        long racks =
                topology.rackGroups().stream().mapToLong(RackGroup::rackCount).sum();
        if (racks > MOST_RACKS) {
            findings.error(
                    "rack_groups",
                    "the site has " + racks + " racks; at most " + MOST_RACKS + ": split it into several sites");
        }
        for (int i = 0; i < topology.rackGroups().size(); i++) {
            checkServers(topology.rackGroups().get(i), "rack_groups[" + i + "].servers", findings);
        }
        return findings.all();
    }

    private void checkServers(RackGroup group, String field, Findings findings) {
        for (int i = 0; i < group.servers().size(); i++) {
            String accelerator = group.servers().get(i).accelerator();
            if (!knownAccelerator.test(accelerator)) {
                findings.warning(
                        field + "[" + i + "].accelerator",
                        "no draw is known for \"" + accelerator + "\": only loads in watts can be placed there");
            }
        }
    }
}
