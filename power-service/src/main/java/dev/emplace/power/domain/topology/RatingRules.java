package dev.emplace.power.domain.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ratings make sense beside each other. */
final class RatingRules {
    private final Topology topology;
    private final Findings findings;
    private final Map<String, PowerNode> nodes = new HashMap<>();

    RatingRules(Topology topology, Findings findings) {
        this.topology = topology;
        this.findings = findings;
        topology.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
    }

    void check() {
        for (int i = 0; i < topology.nodes().size(); i++) {
            PowerNode node = topology.nodes().get(i);
            checkEmergency(node, "nodes[" + i + "].emergency_watts");
            checkFeeders(node.id(), node.rating().continuousWatts(), node.fedBy(), "nodes[" + i + "].rated_watts");
        }
        for (int i = 0; i < topology.rackGroups().size(); i++) {
            RackGroup group = topology.rackGroups().get(i);
            checkFeeders(group.id(), group.feedLimitWatts(), group.fedBy(), "rack_groups[" + i + "].feed_limit_watts");
        }
    }

    private void checkEmergency(PowerNode node, String field) {
        long continuous = node.rating().continuousWatts();
        node.emergency()
                .filter(limit -> limit.watts() < continuous)
                .ifPresent(limit -> findings.error(
                        field,
                        "\"" + node.id() + "\" would carry less in an emergency, " + limit.watts()
                                + " W, than without end, " + continuous + " W"));
    }

    private void checkFeeders(String child, long childWatts, List<String> feeders, String field) {
        for (String feeder : feeders) {
            PowerNode parent = nodes.get(feeder);
            if (parent != null && parent.rating().continuousWatts() < childWatts) {
                findings.warning(
                        field,
                        "\"" + child + "\" may carry " + childWatts + " W, more than \"" + parent.id()
                                + "\", which feeds it, with "
                                + parent.rating().continuousWatts() + " W");
            }
        }
    }
}
