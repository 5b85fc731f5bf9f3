package dev.emplace.power.domain.topology;

import java.util.HashMap;
import java.util.Map;

/** Every id stands for one thing: nodes, cooling units and rack groups share one space of names. */
final class NameRules {
    private final Topology topology;
    private final Findings findings;
    private final Map<String, String> taken = new HashMap<>();

    NameRules(Topology topology, Findings findings) {
        this.topology = topology;
        this.findings = findings;
    }

    void check() {
        for (int i = 0; i < topology.nodes().size(); i++) {
            claim(topology.nodes().get(i).id(), "nodes[" + i + "].node_id");
        }
        for (int i = 0; i < topology.coolingUnits().size(); i++) {
            claim(topology.coolingUnits().get(i).id(), "cooling_units[" + i + "].unit_id");
        }
        for (int i = 0; i < topology.rackGroups().size(); i++) {
            claim(topology.rackGroups().get(i).id(), "rack_groups[" + i + "].group_id");
        }
    }

    private void claim(String id, String field) {
        String holder = taken.putIfAbsent(id, field);
        if (holder != null) {
            findings.error(field, "\"" + id + "\" is already taken by " + holder);
        }
    }
}
