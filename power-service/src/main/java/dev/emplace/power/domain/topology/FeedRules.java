package dev.emplace.power.domain.topology;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Power reaches everything, from a source, without going round in a circle. */
final class FeedRules {
    private final Topology topology;
    private final Findings findings;
    private final List<Consumer> consumers;
    private final Map<String, PowerNode> nodes = new HashMap<>();

    FeedRules(Topology topology, Findings findings) {
        this.topology = topology;
        this.findings = findings;
        this.consumers = Consumer.of(topology);
        topology.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
    }

    void check() {
        for (int i = 0; i < topology.nodes().size(); i++) {
            checkNode(topology.nodes().get(i), "nodes[" + i + "].fed_by");
        }
        consumers.forEach(this::checkReferences);
        checkUse();
        List<String> cycle = Cycle.in(nodes.keySet(), this::feeders);
        if (!cycle.isEmpty()) {
            findings.error("nodes", "power goes round in a circle: " + String.join(" <- ", cycle));
        }
    }

    private List<String> feeders(String id) {
        PowerNode node = nodes.get(id);
        return node == null ? List.of() : node.fedBy();
    }

    private void checkNode(PowerNode node, String field) {
        if (node.kind().isSource() && !node.fedBy().isEmpty()) {
            findings.error(
                    field,
                    "\"" + node.id() + "\" is a source (" + node.kind() + ") and is not fed: leave fed_by empty");
        }
        if (!node.kind().isSource() && node.fedBy().isEmpty()) {
            findings.error(field, "\"" + node.id() + "\" is an orphan: name what feeds it");
        }
    }

    private void checkReferences(Consumer consumer) {
        for (int i = 0; i < consumer.fedBy().size(); i++) {
            if (!nodes.containsKey(consumer.fedBy().get(i))) {
                findings.error(
                        consumer.field() + ".fed_by[" + i + "]",
                        "there is no power node \"" + consumer.fedBy().get(i) + "\"");
            }
        }
    }

    private void checkUse() {
        Set<String> used = new HashSet<>();
        consumers.forEach(consumer -> used.addAll(consumer.fedBy()));
        for (int i = 0; i < topology.nodes().size(); i++) {
            String id = topology.nodes().get(i).id();
            if (!used.contains(id)) {
                findings.warning("nodes[" + i + "]", "nothing hangs on \"" + id + "\"");
            }
        }
    }
}
