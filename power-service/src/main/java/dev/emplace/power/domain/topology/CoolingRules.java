package dev.emplace.power.domain.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Heat has somewhere to go from every rack and every cooled node. */
final class CoolingRules {
    private final Topology topology;
    private final Findings findings;
    private final Map<String, CoolingUnit> units = new HashMap<>();

    CoolingRules(Topology topology, Findings findings) {
        this.topology = topology;
        this.findings = findings;
        topology.coolingUnits().forEach(unit -> units.putIfAbsent(unit.id(), unit));
    }

    void check() {
        for (int i = 0; i < topology.nodes().size(); i++) {
            checkReferences(topology.nodes().get(i).cooledBy(), "nodes[" + i + "].cooled_by");
        }
        for (int i = 0; i < topology.coolingUnits().size(); i++) {
            checkReferences(topology.coolingUnits().get(i).rejectsTo(), "cooling_units[" + i + "].rejects_to");
        }
        for (int i = 0; i < topology.rackGroups().size(); i++) {
            checkGroup(topology.rackGroups().get(i), "rack_groups[" + i + "]");
        }
        List<String> cycle = Cycle.in(units.keySet(), this::next);
        if (!cycle.isEmpty()) {
            findings.error("cooling_units", "heat goes round in a circle: " + String.join(" -> ", cycle));
        }
    }

    private List<String> next(String id) {
        CoolingUnit unit = units.get(id);
        return unit == null ? List.of() : unit.rejectsTo();
    }

    private void checkReferences(List<String> ids, String field) {
        for (int i = 0; i < ids.size(); i++) {
            if (!units.containsKey(ids.get(i))) {
                findings.error(field + "[" + i + "]", "there is no cooling unit \"" + ids.get(i) + "\"");
            }
        }
    }

    private void checkGroup(RackGroup group, String field) {
        checkReferences(group.cooledBy(), field + ".cooled_by");
        checkMedium(group, field, group.airLimitWatts(), false, "air");
        checkMedium(group, field, group.liquidLimitWatts(), true, "liquid");
        if (group.airLimitWatts() + group.liquidLimitWatts() == 0) {
            findings.error(
                    field + ".air_limit_watts",
                    "nothing takes the heat of \"" + group.id() + "\": give an air or a liquid limit above 0");
        }
    }

    private void checkMedium(RackGroup group, String field, long limit, boolean liquid, String medium) {
        boolean served = group.cooledBy().stream()
                .map(units::get)
                .anyMatch(unit -> unit != null && unit.kind().takesLiquid() == liquid);
        if (limit > 0 && !served) {
            findings.error(
                    field + ".cooled_by",
                    "\"" + group.id() + "\" has a limit for " + medium + " and no unit that takes heat from " + medium);
        }
    }
}
