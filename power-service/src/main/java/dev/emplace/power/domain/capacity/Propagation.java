package dev.emplace.power.domain.capacity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a change of one rack's load runs up its paths, in every scenario at once.
 *
 * <p>For an element on the route and a failure that it does not tell apart, one figure stands for all of these:
 * what differs in a scenario was fixed when the plant was compiled.
 */
final class Propagation {
    private final Plant plant;
    private long[] deltas = {};
    private int[] route = {};

    /** Input or heat of the element at hand before and after, by index. */
    private long[] before = new long[16];

    private long[] after = new long[16];

    Propagation(Plant plant) {
        this.plant = plant;
    }

    /** Begins a change of racks of one group: then come {@link #put} for each, {@link #run}, and {@link #end}. */
    void begin(LoadState state, Tap tap) {
        if (deltas.length == 0) {
            deltas = new long[state.loads.length];
        }
        route = tap.route;
    }

    /**
     * A load that comes or goes; the state's racks are as they were before it, and its elements as before all of them.
     *
     * @param racks how many racks from that of the load on change in the same way; they carry equally much before
     * @param sign 1 where the load comes, -1 where it goes
     */
    void put(LoadState state, Tap tap, RackLoad load, int racks, int sign) {
        int rack = tap.firstRack + load.rack();
        long air = sign * load.airWatts();
        long liquid = sign * load.liquidWatts();
        // What is shed when something fails changes nothing in any failure.
        long firmAir = load.sheds() ? 0 : air;
        long firmLiquid = load.sheds() ? 0 : liquid;
        Step all = new Step(racks, state.watts(rack), air + liquid, state.firmWatts(rack), firmAir + firmLiquid);
        push(tap.power, tap.powerEdges, all);
        if (tap.liquid.suppliers.length == 0) {
            push(tap.air, tap.airEdges, all);
        } else {
            push(tap.air, tap.airEdges, new Step(racks, state.air[rack], air, state.firmAir[rack], firmAir));
            push(
                    tap.liquid,
                    tap.liquidEdges,
                    new Step(racks, state.liquid[rack], liquid, state.firmLiquid[rack], firmLiquid));
        }
    }

    /** Works out what changes above the racks, once for all of them; the state keeps its loads until {@link #end}. */
    void run(LoadState state) {
        for (int e : route) {
            pass(state, plant.elements[e]);
        }
    }

    /** The three steps up to here for one load. */
    void start(LoadState state, Tap tap, RackLoad load, int racks, int sign) {
        begin(state, tap);
        put(state, tap, load, racks, sign);
        run(state);
    }

    /** What so many racks carry each and take on: while nothing has failed, and of it what stays in a failure. */
    private record Step(int racks, long old, long more, long firm, long moreFirm) {}

    private void push(Outlet outlet, Edge[] edges, Step step) {
        for (Edge edge : edges) {
            int base = plant.elements[edge.target].base;
            int[] ownerIndex = edge.ownerIndex;
            long elsewhere = firm(outlet, edge, Element.ELSEWHERE, step);
            deltas[base + Element.NOMINAL] +=
                    step.racks * outlet.change(Element.NOMINAL, edge.position, step.old, step.old + step.more);
            for (int i = Element.ELSEWHERE; i < ownerIndex.length; i++) {
                int owner = ownerIndex[i];
                deltas[base + i] += owner == Element.ELSEWHERE ? elsewhere : firm(outlet, edge, owner, step);
            }
        }
    }

    private static long firm(Outlet outlet, Edge edge, int owner, Step step) {
        return step.racks * outlet.change(owner, edge.position, step.firm, step.firm + step.moreFirm);
    }

    private void pass(LoadState state, Element element) {
        if (!element.spec.cooling() && element.powerEdges.length > 0) {
            measure(state, element, true);
            push(element.power, element.powerEdges);
        }
        if (element.heatEdges.length > 0) {
            measure(state, element, false);
            push(element.heat, element.heatEdges);
        }
    }

    private void measure(LoadState state, Element element, boolean power) {
        int indices = element.indices();
        if (before.length < indices) {
            before = new long[indices];
            after = new long[indices];
        }
        for (int i = 0; i < indices; i++) {
            long load = state.loads[element.base + i];
            long delta = deltas[element.base + i];
            // What does not change passes nothing on, whatever it is.
            before[i] = delta == 0 ? 0 : asked(element, power, load);
            after[i] = delta == 0 ? 0 : asked(element, power, load + delta);
        }
    }

    private static long asked(Element element, boolean power, long load) {
        return power ? element.powerDemand(load) : element.heatDemand(load);
    }

    private void push(Outlet outlet, Edge[] edges) {
        for (Edge edge : edges) {
            int base = plant.elements[edge.target].base;
            int[] ownerIndex = edge.ownerIndex;
            // Most failures that the supplier tells apart are one and the same to its consumer.
            long elsewhere = change(outlet, edge, Element.ELSEWHERE);
            for (int i = 0; i < ownerIndex.length; i++) {
                int owner = ownerIndex[i];
                deltas[base + i] += owner == Element.ELSEWHERE ? elsewhere : change(outlet, edge, owner);
            }
        }
    }

    private long change(Outlet outlet, Edge edge, int owner) {
        return before[owner] == after[owner] ? 0 : outlet.change(owner, edge.position, before[owner], after[owner]);
    }

    /** The limit exceeded most, and the one that is met first as such loads go on. */
    Trial judge(LoadState state, Tap tap) {
        Binding broken = null;
        Binding next = null;
        for (int e : tap.route) {
            Element element = plant.elements[e];
            for (int i = 0; i < element.indices(); i++) {
                // Most figures are far from their limits: a record is made only for one that may matter.
                if (deltas[element.base + i] > 0 && mayMatter(state, element, i, next)) {
                    Binding binding = binding(state, element, i);
                    broken = worse(broken, binding);
                    next = next == null || binding.meetsBefore(next) ? binding : next;
                }
            }
        }
        return new Trial(Optional.ofNullable(broken), Optional.ofNullable(next));
    }

    /** Whether no limit is exceeded where load is added. */
    boolean holds(LoadState state, Tap tap) {
        for (int e : tap.route) {
            Element element = plant.elements[e];
            for (int i = 0; i < element.indices(); i++) {
                long delta = deltas[element.base + i];
                if (delta > 0 && element.measured(state.loads[element.base + i] + delta) > element.limit(i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean mayMatter(LoadState state, Element element, int index, @Nullable Binding next) {
        if (next == null || element.spec.atInput()) {
            return true;
        }
        long after = state.loads[element.base + index] + deltas[element.base + index];
        double left = element.limit(index) - after;
        return left < 0 || left * next.demand() <= (double) next.headroom() * deltas[element.base + index];
    }

    private static @Nullable Binding worse(@Nullable Binding known, Binding binding) {
        return !binding.fits() && (known == null || binding.shortfall() > known.shortfall()) ? binding : known;
    }

    private Binding binding(LoadState state, Element element, int index) {
        long load = state.loads[element.base + index];
        long measured = element.measured(load);
        long demand = element.measured(load + deltas[element.base + index]) - measured;
        return new Binding(
                element.limitKind(),
                element.id,
                plant.scenarioName(element, index),
                element.limit(index),
                measured,
                demand);
    }

    /** Forgets the change, after taking it over into the state if it is to be kept. */
    void end(LoadState state, boolean keep) {
        for (int e : route) {
            Element element = plant.elements[e];
            for (int slot = element.base; slot < element.base + element.indices(); slot++) {
                if (keep) {
                    state.loads[slot] += deltas[slot];
                }
                deltas[slot] = 0;
            }
        }
    }
}
