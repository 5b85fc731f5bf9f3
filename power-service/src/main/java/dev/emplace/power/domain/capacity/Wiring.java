package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.Condition;
import dev.emplace.power.domain.topology.CoolingUnit;
import dev.emplace.power.domain.topology.Losses;
import dev.emplace.power.domain.topology.NodeKind;
import dev.emplace.power.domain.topology.PowerNode;
import dev.emplace.power.domain.topology.Rating;
import dev.emplace.power.domain.topology.Topology;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns the names of a reviewed topology into numbered elements: nodes, then units, consumers before suppliers. */
final class Wiring {
    private final Topology topology;
    private final Condition condition;
    private final Map<String, PowerNode> nodes = new LinkedHashMap<>();
    private final Map<String, CoolingUnit> units = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Wiring(Topology topology, Condition condition) {
        this.topology = topology;
        this.condition = condition;
        topology.nodes().forEach(node -> nodes.put(node.id(), node));
        topology.coolingUnits().forEach(unit -> units.put(unit.id(), unit));
        consumersFirst(nodes, PowerNode::fedBy).forEach(id -> numbers.put(id, numbers.size()));
        consumersFirst(units, CoolingUnit::rejectsTo).forEach(id -> numbers.put(id, numbers.size()));
    }

    Element[] elements() {
        Element[] elements = new Element[numbers.size()];
        nodes.values().forEach(node -> elements[number(node.id())] = element(node));
        units.values().forEach(unit -> elements[number(unit.id())] = element(unit));
        return elements;
    }

    Tap[] taps() {
        Tap[] taps = new Tap[topology.rackGroups().size()];
        int firstRack = 0;
        for (int i = 0; i < taps.length; i++) {
            var group = topology.rackGroups().get(i);
            taps[i] = new Tap(
                    group,
                    i,
                    firstRack,
                    feeds(group.fedBy()),
                    cooling(group.cooledBy().stream()
                            .filter(id -> !takesLiquid(id))
                            .toList()),
                    cooling(group.cooledBy().stream().filter(this::takesLiquid).toList()));
            firstRack += group.rackCount();
        }
        return taps;
    }

    int nodeCount() {
        return nodes.size();
    }

    private boolean takesLiquid(String unit) {
        return unit(unit).kind().takesLiquid();
    }

    private CoolingUnit unit(String id) {
        CoolingUnit unit = units.get(id);
        if (unit == null) {
            throw new IllegalArgumentException("the topology was not reviewed: no cooling unit " + id);
        }
        return unit;
    }

    private PowerNode node(String id) {
        PowerNode node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("the topology was not reviewed: no power node " + id);
        }
        return node;
    }

    private int number(String id) {
        return Optional.ofNullable(numbers.get(id))
                .orElseThrow(() -> new IllegalArgumentException("the topology was not reviewed: no element " + id));
    }

    private int[] numbers(List<String> ids) {
        return ids.stream().mapToInt(this::number).toArray();
    }

    private Element element(PowerNode node) {
        Rating rating = node.rating();
        long continuous = rating.continuousWatts();
        boolean atInput = rating.side() == Rating.Side.INPUT;
        long allowed = condition.limits().getOrDefault(node.id(), Long.MAX_VALUE);
        var spec = new Element.Spec(
                false,
                node.losses(),
                Math.min(continuous, allowed),
                Math.min(failureLimit(node, continuous), allowed),
                atInput,
                0);
        return new Element(node.id(), spec, feeds(node.fedBy()), cooling(node.cooledBy()));
    }

    /** The emergency limit counts only if it lasts as long as failures do: nothing sheds load in between. */
    private long failureLimit(PowerNode node, long continuous) {
        Optional<Duration> lasts = topology.failureDuration();
        return node.emergency()
                .filter(limit -> lasts.isPresent() && limit.duration().compareTo(lasts.get()) >= 0)
                .map(limit -> Math.max(continuous, limit.watts()))
                .orElse(continuous);
    }

    /** Power comes evenly over the feeds that live; a generator among others only stands by. */
    private Outlet feeds(List<String> fedBy) {
        int[] suppliers = numbers(fedBy);
        boolean[] standby = new boolean[suppliers.length];
        long[] weights = new long[suppliers.length];
        boolean onlyGenerators = fedBy.stream().allMatch(this::isGenerator);
        for (int i = 0; i < suppliers.length; i++) {
            weights[i] = 1;
            standby[i] = !onlyGenerators && isGenerator(fedBy.get(i));
        }
        return new Outlet(suppliers, weights, standby);
    }

    private boolean isGenerator(String id) {
        return node(id).kind() == NodeKind.GENERATOR;
    }

    private Element element(CoolingUnit unit) {
        var spec = new Element.Spec(
                true,
                Losses.NONE,
                unit.heatWatts(),
                unit.heatWatts(),
                false,
                unit.draw().watts());
        return new Element(unit.id(), spec, feeds(unit.fedBy()), cooling(unit.rejectsTo()));
    }

    /** Heat spreads over units in proportion to what they carry. */
    private Outlet cooling(List<String> ids) {
        long[] weights = ids.stream().mapToLong(id -> unit(id).heatWatts()).toArray();
        return new Outlet(numbers(ids), weights, new boolean[weights.length]);
    }

    private static <T> List<String> consumersFirst(Map<String, T> all, Function<T, List<String>> suppliers) {
        Map<String, Integer> waiting = new HashMap<>();
        all.values().forEach(item -> suppliers.apply(item).forEach(id -> waiting.merge(id, 1, Integer::sum)));
        Deque<String> ready = new ArrayDeque<>();
        all.keySet().stream().filter(id -> !waiting.containsKey(id)).forEach(ready::add);
        List<String> order = new ArrayList<>();
        for (String id = ready.poll(); id != null; id = ready.poll()) {
            order.add(id);
            T item = all.get(id);
            for (String supplier : item == null ? List.<String>of() : suppliers.apply(item)) {
                Integer left = waiting.computeIfPresent(supplier, (key, count) -> count - 1);
                if (left != null && left == 0) {
                    ready.add(supplier);
                }
            }
        }
        return order;
    }
}
