package dev.emplace.power.domain.topology;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Times of a site speak of things that it has, end after they begin, and are few enough to be kept apart. */
final class ScheduleRules {
    /** Each costs a copy of the site's loads. */
    private static final int MOST_CHANGES = 128;

    private final Topology topology;
    private final Schedule schedule;
    private final Findings findings;
    private final Set<String> nodes = new HashSet<>();
    private final Set<String> elements = new HashSet<>();
    private final Set<String> groups = new HashSet<>();

    ScheduleRules(Topology topology, Findings findings) {
        this.topology = topology;
        this.schedule = topology.schedule();
        this.findings = findings;
        topology.nodes().forEach(node -> nodes.add(node.id()));
        elements.addAll(nodes);
        topology.coolingUnits().forEach(unit -> elements.add(unit.id()));
        topology.rackGroups().forEach(group -> groups.add(group.id()));
    }

    void check() {
        for (int i = 0; i < schedule.maintenance().size(); i++) {
            Maintenance open = schedule.maintenance().get(i);
            String field = "schedule.maintenance_windows[" + i + "]";
            known(elements, "power node or cooling unit", open.element(), field + ".element");
            ordered(open.start(), open.end(), field);
        }
        for (int i = 0; i < schedule.curtailments().size(); i++) {
            Curtailment open = schedule.curtailments().get(i);
            String field = "schedule.curtailments[" + i + "]";
            known(nodes, "power node", open.node(), field + ".node");
            ordered(open.start(), open.end(), field);
        }
        schedule.arrivals().keySet().stream()
                .filter(id -> !groups.contains(id))
                .forEach(id -> known(elements, "power node, cooling unit or rack group", id, "schedule.arrivals"));
        int changes = schedule.changesAfter(Instant.MIN).size();
        if (changes > MOST_CHANGES) {
            findings.error(
                    "schedule",
                    "the site changes at " + changes + " different times; at most " + MOST_CHANGES
                            + ": leave out those that are over, or let several begin together");
        }
        Consumer.of(topology).forEach(this::arrivesAfterItsFeeders);
    }

    private void known(Set<String> ids, String kind, String id, String field) {
        if (!ids.contains(id)) {
            findings.error(field, "there is no " + kind + " \"" + id + "\"");
        }
    }

    private void ordered(Instant start, Instant end, String field) {
        if (!end.isAfter(start)) {
            findings.error(field + ".end_time", "is " + end + ", not after the start, " + start);
        }
    }

    private void arrivesAfterItsFeeders(Consumer consumer) {
        Map<String, Instant> arrivals = schedule.arrivals();
        Instant there = arrivals.getOrDefault(consumer.id(), Instant.MIN);
        List<String> feeders = consumer.fedBy();
        boolean before = !feeders.isEmpty()
                && feeders.stream()
                        .allMatch(id -> arrivals.getOrDefault(id, Instant.MIN).isAfter(there));
        if (before) {
            findings.warning(
                    consumer.field() + ".fed_by",
                    "\"" + consumer.id() + "\" is there before anything that feeds it: it carries nothing until then");
        }
    }
}
