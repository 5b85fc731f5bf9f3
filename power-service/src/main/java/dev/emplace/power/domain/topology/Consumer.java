package dev.emplace.power.domain.topology;

import java.util.ArrayList;
import java.util.List;

/** Anything in a topology that takes power, with the path of its field. */
record Consumer(String field, String id, List<String> fedBy) {
    static List<Consumer> of(Topology topology) {
        List<Consumer> consumers = new ArrayList<>();
        for (int i = 0; i < topology.nodes().size(); i++) {
            PowerNode node = topology.nodes().get(i);
            consumers.add(new Consumer("nodes[" + i + "]", node.id(), node.fedBy()));
        }
        for (int i = 0; i < topology.coolingUnits().size(); i++) {
            CoolingUnit unit = topology.coolingUnits().get(i);
            consumers.add(new Consumer("cooling_units[" + i + "]", unit.id(), unit.fedBy()));
        }
        for (int i = 0; i < topology.rackGroups().size(); i++) {
            RackGroup group = topology.rackGroups().get(i);
            consumers.add(new Consumer("rack_groups[" + i + "]", group.id(), group.fedBy()));
        }
        return consumers;
    }
}
