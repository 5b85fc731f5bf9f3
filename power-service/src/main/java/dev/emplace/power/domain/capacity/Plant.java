package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.Condition;
import dev.emplace.power.domain.topology.ServerSlot;
import dev.emplace.power.domain.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reviewed topology made ready for arithmetic: numbered elements, every single-failure scenario, and for
 * each element the scenarios in which it may carry another load than nominally. Immutable.
 */
public final class Plant {
    private final Topology topology;
    final Element[] elements;
    final Tap[] taps;
    final List<Scenario> scenarios;

    /** The loads of the site without any rack: no-load losses and cooling. */
    final long[] baseLoads;

    private final int rackCount;
    private final Map<String, Tap> tapsByGroup = new HashMap<>();
    private final Map<String, Element> elementsById = new HashMap<>();

    Plant(Topology topology, Element[] elements, Tap[] taps, List<Scenario> scenarios, long[] baseLoads) {
        this.topology = topology;
        this.elements = elements;
        this.taps = taps;
        this.scenarios = List.copyOf(scenarios);
        this.baseLoads = baseLoads;
        this.rackCount = topology.rackCount();
        for (Element element : elements) {
            elementsById.put(element.id, element);
        }
        for (Tap tap : taps) {
            tapsByGroup.put(tap.group.id(), tap);
        }
    }

    /** Compiles a topology that a {@link dev.emplace.power.domain.topology.TopologyReview} found no error in. */
    public static Plant of(Topology topology) {
        return of(topology, Condition.USUAL);
    }

    /** The same while something is out, limited or not there yet. */
    public static Plant of(Topology topology, Condition condition) {
        return new PlantCompiler(topology, condition).compile();
    }

    public Topology topology() {
        return topology;
    }

    public int rackCount() {
        return rackCount;
    }

    /** How many of an accelerator one machine of a group has; empty if none of its machines has it. */
    public Optional<Integer> acceleratorsPerServer(String group, String accelerator) {
        return tap(group)
                .flatMap(tap -> tap.group.servers().stream()
                        .filter(slot -> slot.accelerator().equals(accelerator))
                        .map(ServerSlot::acceleratorsPerServer)
                        .findFirst());
    }

    Element element(String id) {
        Element element = elementsById.get(id);
        if (element == null) {
            throw new IllegalArgumentException("no element " + id);
        }
        return element;
    }

    Optional<Tap> tap(String group) {
        return Optional.ofNullable(tapsByGroup.get(group));
    }

    /** The name of the scenario that an element's index stands for; the nominal one's for a failure elsewhere. */
    String scenarioName(Element element, int index) {
        return scenarios.get(Element.scenario(element.scenarios, index)).name();
    }
}
