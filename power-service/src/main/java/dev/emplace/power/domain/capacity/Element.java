package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.Losses;

/**
 * A power node or a cooling unit as the arithmetic sees it.
 *
 * <p>Its load is output watts for a node, heat watts for a unit. It has one figure for the nominal scenario
 * (index {@link #NOMINAL}), one for failures that only shed load (index {@link #ELSEWHERE}), and one for each
 * failure in which it may differ from that (indices {@link #FIRST_FAILURE} and up), side by side in the array of
 * a {@link LoadState}, from {@link #base} on.
 */
final class Element {
    static final int NOMINAL = 0;
    static final int ELSEWHERE = 1;
    static final int FIRST_FAILURE = 2;

    private static final int[] NONE_APART = {};

    final String id;
    final Spec spec;
    final Outlet power;
    final Outlet heat;
    int[] scenarios = NONE_APART;
    int base;
    Edge[] powerEdges = {};
    Edge[] heatEdges = {};

    /**
     * What an element does to a load that passes through it.
     *
     * @param draw constant electrical draw of a cooling unit
     */
    record Spec(boolean cooling, Losses losses, long continuousLimit, long failureLimit, boolean atInput, long draw) {}

    Element(String id, Spec spec, Outlet power, Outlet heat) {
        this.id = id;
        this.spec = spec;
        this.power = power;
        this.heat = heat;
    }

    int indices() {
        return FIRST_FAILURE + scenarios.length;
    }

    /** The number of the scenario that an index stands for; the nominal one's for one that is not told apart. */
    static int scenario(int[] apart, int index) {
        return index < FIRST_FAILURE ? 0 : apart[index - FIRST_FAILURE];
    }

    /** What it asks of its feeders. */
    long powerDemand(long load) {
        return spec.cooling() ? spec.draw() : spec.losses().inputFor(load);
    }

    /** What it gives to the units that take its heat. */
    long heatDemand(long load) {
        return spec.cooling() ? load + spec.draw() : spec.losses().inputFor(load) - load;
    }

    /** The load as its limit counts it. */
    long measured(long load) {
        return spec.atInput() ? spec.losses().inputFor(load) : load;
    }

    long limit(int index) {
        return index == NOMINAL ? spec.continuousLimit() : spec.failureLimit();
    }

    LimitKind limitKind() {
        return spec.cooling() ? LimitKind.COOLING : LimitKind.POWER;
    }
}
