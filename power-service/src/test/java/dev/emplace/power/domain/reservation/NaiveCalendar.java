package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.capacity.NaiveSite;
import dev.emplace.power.domain.capacity.RackLoad;
import dev.emplace.power.domain.capacity.Survival;
import dev.emplace.power.domain.topology.Condition;
import dev.emplace.power.domain.topology.RackGroup;
import dev.emplace.power.domain.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Decides loads by looking at the whole site at every hour and in every scenario, with nothing kept from before. */
final class NaiveCalendar {
    private record Held(Span span, RackLoad load) {}

    private final Topology topology;
    private final List<Instant> hours;
    private final List<Held> held = new ArrayList<>();

    NaiveCalendar(Topology topology, int hours) {
        this.topology = topology;
        this.hours = IntStream.range(0, hours).mapToObj(RandomSchedule::at).toList();
    }

    void hold(Span span, RackLoad load) {
        held.add(new Held(span, load));
    }

    boolean isOverloaded() {
        return hours.stream().anyMatch(hour -> isOverloaded(hour, loadsAt(hour)));
    }

    boolean takes(Span span, RackLoad load, Survival survival) {
        return hours.stream().filter(hour -> covers(span, hour)).allMatch(hour -> {
            List<RackLoad> loads = new ArrayList<>(loadsAt(hour));
            loads.add(load);
            return keepsItsPath(hour, load, survival) && !isOverloaded(hour, loads);
        });
    }

    private List<RackLoad> loadsAt(Instant hour) {
        return held.stream()
                .filter(one -> covers(one.span(), hour))
                .map(Held::load)
                .toList();
    }

    private static boolean covers(Span span, Instant hour) {
        return !hour.isBefore(span.start()) && !span.endsBy(hour);
    }

    private boolean isOverloaded(Instant hour, List<RackLoad> loads) {
        Condition condition = topology.schedule().at(hour);
        return scenarios(condition)
                .anyMatch(failed -> !new NaiveSite(topology, condition, failed, loads)
                        .overloads()
                        .isEmpty());
    }

    private Stream<String> scenarios(Condition condition) {
        return condition.acceptsFailures()
                ? Stream.of("")
                : Stream.of(
                                Stream.of(""),
                                topology.nodes().stream().map(node -> node.id()),
                                topology.coolingUnits().stream().map(unit -> unit.id()))
                        .flatMap(ids -> ids);
    }

    private boolean keepsItsPath(Instant hour, RackLoad load, Survival survival) {
        Condition condition = topology.schedule().at(hour);
        RackGroup group = topology.rackGroups().stream()
                .filter(one -> one.id().equals(load.group()))
                .findFirst()
                .orElseThrow();
        Stream<String> scenarios = survival == Survival.ANY_SINGLE_FAILURE ? scenarios(condition) : Stream.of("");
        return !condition.missing().contains(group.id())
                && scenarios.allMatch(
                        failed -> isServed(new NaiveSite(topology, condition, failed, List.of()), group, load));
    }

    private boolean isServed(NaiveSite site, RackGroup group, RackLoad load) {
        Set<String> liquid = topology.coolingUnits().stream()
                .filter(unit -> unit.kind().takesLiquid())
                .map(unit -> unit.id())
                .collect(Collectors.toSet());
        return group.fedBy().stream().anyMatch(site::live)
                && (load.watts() == load.liquidWatts()
                        || group.cooledBy().stream().anyMatch(unit -> !liquid.contains(unit) && site.live(unit)))
                && (load.liquidWatts() == 0
                        || group.cooledBy().stream().anyMatch(unit -> liquid.contains(unit) && site.live(unit)));
    }
}
