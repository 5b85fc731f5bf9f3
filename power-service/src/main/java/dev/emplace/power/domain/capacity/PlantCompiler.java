package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.Condition;
import dev.emplace.power.domain.topology.Topology;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Builds a {@link Plant}: lives through every scenario once and keeps what differs from the nominal one. */
final class PlantCompiler {
    /** Loads that one site may keep, over its elements and scenarios: 8 bytes each for every state of a site. */
    static final long MAX_LOADS = 20_000_000;

    private final Topology topology;
    private final Condition condition;
    private final Element[] elements;
    private final Tap[] taps;
    private final Failures failures;
    private final List<Scenario> scenarios = new ArrayList<>();
    private final List<boolean[]> living = new ArrayList<>();

    PlantCompiler(Topology topology, Condition condition) {
        Wiring wiring = new Wiring(topology, condition);
        this.topology = topology;
        this.condition = condition;
        this.elements = wiring.elements();
        this.taps = wiring.taps();
        this.failures = new Failures(elements, wiring.nodeCount(), condition);
    }

    Plant compile() {
        playScenarios();
        assignBases();
        for (int e = 0; e < elements.length; e++) {
            fix(elements[e], e);
        }
        for (Tap tap : taps) {
            fix(tap);
        }
        return new Plant(topology, elements, taps, scenarios, new BaseLoads(elements, living).compute());
    }

    private void playScenarios() {
        List<List<Integer>> affectedIn = new ArrayList<>();
        IntStream.range(0, elements.length).forEach(e -> affectedIn.add(new ArrayList<>()));
        Scenario nominal = Scenario.nominal(condition);
        scenarios.add(nominal);
        living.add(failures.live(nominal));
        for (int e = 0; e < elements.length && !condition.acceptsFailures(); e++) {
            if (!living.get(0)[e]) {
                continue;
            }
            Scenario scenario = Scenario.failure(elements[e].id, e, condition);
            scenarios.add(scenario);
            boolean[] live = failures.live(scenario);
            living.add(live);
            BitSet affected = failures.affected(live, living.get(0), taps);
            int number = scenarios.size() - 1;
            affected.stream().forEach(a -> affectedIn.get(a).add(number));
        }
        for (int e = 0; e < elements.length; e++) {
            elements[e].scenarios = toArray(affectedIn.get(e));
        }
    }

    private void assignBases() {
        long base = 0;
        for (Element element : elements) {
            element.base = (int) base;
            base += element.indices();
            if (base > MAX_LOADS) {
                throw new SiteTooLargeException(elements.length, MAX_LOADS);
            }
        }
    }

    private void fix(Element element, int number) {
        List<long[]> power = new ArrayList<>();
        List<long[]> heat = new ArrayList<>();
        for (int index = 0; index < element.indices(); index++) {
            boolean[] live = living.get(Element.scenario(element.scenarios, index));
            power.add(element.power.sums(live[number], live));
            heat.add(element.heat.sums(live[number], live));
        }
        element.power.fix(power);
        element.heat.fix(heat);
        element.powerEdges = Edge.of(element.power, element.scenarios, elements);
        element.heatEdges = Edge.of(element.heat, element.scenarios, elements);
    }

    private void fix(Tap tap) {
        tap.scenarios = IntStream.range(1, scenarios.size())
                .filter(s -> Failures.changed(tap, living.get(s), living.get(0)))
                .toArray();
        fixOutlets(tap);
        tap.powerEdges = Edge.of(tap.power, tap.scenarios, elements);
        tap.airEdges = Edge.of(tap.air, tap.scenarios, elements);
        tap.liquidEdges = Edge.of(tap.liquid, tap.scenarios, elements);
        tap.route = route(tap);
        tap.feedStates = feedStates(tap);
        tap.out = new Tap.Losing(
                nominallyOut(tap.power).or(() -> notThere(tap)), nominallyOut(tap.air), nominallyOut(tap.liquid));
        tap.losing =
                new Tap.Losing(firstLosing(tap, tap.power), firstLosing(tap, tap.air), firstLosing(tap, tap.liquid));
    }

    private void fixOutlets(Tap tap) {
        List<long[]> power = new ArrayList<>();
        List<long[]> air = new ArrayList<>();
        List<long[]> liquid = new ArrayList<>();
        for (int index = 0; index < Element.FIRST_FAILURE + tap.scenarios.length; index++) {
            boolean[] live = living.get(Element.scenario(tap.scenarios, index));
            boolean lit = Failures.lit(tap, live);
            power.add(tap.power.sums(true, live));
            air.add(tap.air.sums(lit, live));
            liquid.add(tap.liquid.sums(lit, live));
        }
        tap.power.fix(power);
        tap.air.fix(air);
        tap.liquid.fix(liquid);
    }

    private int[] route(Tap tap) {
        BitSet reached = new BitSet(elements.length);
        for (Outlet outlet : List.of(tap.power, tap.air, tap.liquid)) {
            IntStream.of(outlet.suppliers).forEach(reached::set);
        }
        for (int e = reached.nextSetBit(0); e >= 0; e = reached.nextSetBit(e + 1)) {
            if (!elements[e].spec.cooling()) {
                IntStream.of(elements[e].power.suppliers).forEach(reached::set);
            }
            IntStream.of(elements[e].heat.suppliers).forEach(reached::set);
        }
        return reached.stream().toArray();
    }

    private List<Tap.FeedState> feedStates(Tap tap) {
        List<Tap.FeedState> states = new ArrayList<>();
        for (int s = 0; s < scenarios.size(); s++) {
            int mask = mask(tap.power, living.get(s));
            if (mask != 0 && states.stream().noneMatch(state -> state.mask() == mask)) {
                states.add(new Tap.FeedState(mask, scenarios.get(s).name()));
            }
        }
        return List.copyOf(states);
    }

    private static int mask(Outlet feeds, boolean[] live) {
        long[] sums = feeds.sums(true, live);
        int mask = 0;
        for (int i = 0; i < feeds.suppliers.length; i++) {
            mask |= sums[i + 1] > sums[i] ? 1 << i : 0;
        }
        return mask;
    }

    /** The name of the nominal scenario if even that leaves none of the outlet's suppliers alive. */
    private Optional<String> nominallyOut(Outlet outlet) {
        return outlet.suppliers.length == 0 || Failures.anyOrNone(outlet, living.get(0))
                ? Optional.empty()
                : Optional.of(scenarios.get(0).name());
    }

    private Optional<String> notThere(Tap tap) {
        return condition.isOut(tap.group.id()) ? Optional.of(scenarios.get(0).name()) : Optional.empty();
    }

    /** The first scenario that leaves none of the outlet's suppliers alive. */
    private Optional<String> firstLosing(Tap tap, Outlet outlet) {
        return IntStream.of(tap.scenarios)
                .filter(s -> outlet.suppliers.length > 0 && !Failures.anyOrNone(outlet, living.get(s)))
                .mapToObj(s -> scenarios.get(s).name())
                .findFirst();
    }

    private static int[] toArray(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
