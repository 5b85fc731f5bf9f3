package dev.emplace.power.domain.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a topology changes against the one before it, element by element. */
public final class Comparison {
    private final List<Difference> differences = new ArrayList<>();

    private Comparison() {}

    public static List<Difference> between(Optional<Topology> before, Topology after) {
        Comparison comparison = new Comparison();
        before.ifPresent(known -> comparison.settings(known, after));
        comparison.elements("nodes/", before.map(Topology::nodes), after.nodes(), PowerNode::id);
        comparison.elements(
                "cooling_units/", before.map(Topology::coolingUnits), after.coolingUnits(), CoolingUnit::id);
        comparison.elements("rack_groups/", before.map(Topology::rackGroups), after.rackGroups(), RackGroup::id);
        comparison.schedules(before.map(Topology::schedule), after.schedule());
        return List.copyOf(comparison.differences);
    }

    private void schedules(Optional<Schedule> before, Schedule after) {
        elements(
                "schedule/maintenance_windows/",
                before.map(Schedule::maintenance),
                after.maintenance(),
                open -> open.element() + "@" + open.start());
        elements(
                "schedule/curtailments/",
                before.map(Schedule::curtailments),
                after.curtailments(),
                open -> open.node() + "@" + open.start());
        elements("schedule/arrivals/", before.map(Comparison::arrivals), arrivals(after), Arrival::id);
    }

    private record Arrival(String id, Instant at) {}

    private static List<Arrival> arrivals(Schedule schedule) {
        return schedule.arrivals().entrySet().stream()
                .map(entry -> new Arrival(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Arrival::id))
                .toList();
    }

    private void settings(Topology before, Topology after) {
        compare("display_name", before.displayName(), after.displayName());
        compare("kind", before.kind(), after.kind());
        compare("surroundings", before.surroundings(), after.surroundings());
        compare("failure_duration", before.failureDuration(), after.failureDuration());
    }

    private void compare(String path, Object before, Object after) {
        if (!before.equals(after)) {
            differences.add(new Difference(Difference.Kind.CHANGED, path, "was " + before + ", is " + after));
        }
    }

    private <T extends Record> void elements(
            String prefix, Optional<List<T>> before, List<T> after, Function<T, String> id) {
        Map<String, T> old = new LinkedHashMap<>();
        before.orElse(List.of()).forEach(element -> old.put(id.apply(element), element));
        for (T element : after) {
            String path = prefix + id.apply(element);
            T known = old.remove(id.apply(element));
            if (known == null) {
                differences.add(new Difference(Difference.Kind.ADDED, path, element.toString()));
            } else {
                compare(path, known, element);
            }
        }
        old.forEach((name, gone) ->
                differences.add(new Difference(Difference.Kind.REMOVED, prefix + name, gone.toString())));
    }
}
