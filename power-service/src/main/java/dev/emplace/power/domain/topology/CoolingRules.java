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
            checkUnit(topology.coolingUnits().get(i), "cooling_units[" + i + "]");
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

    private void checkUnit(CoolingUnit unit, String field) {
        checkReferences(unit.rejectsTo(), field + ".rejects_to");
        CoolingUnit.Draw draw = unit.draw();
        if (draw.constantWatts() > draw.watts()) {
            findings.error(
                    field + ".constant_watts",
                    "\"" + unit.id() + "\" would always draw " + draw.constantWatts() + " W, more than its draw_watts, "
                            + draw.watts() + " W");
        }
        if (draw.economiser() && unit.kind() != CoolingKind.CHILLER) {
            findings.error(
                    field + ".economiser",
                    "\"" + unit.id() + "\" is a " + unit.kind() + ": only a chiller has an economiser");
        }
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
