package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.Losses;

/**
 * A power node or a cooling unit as the arithmetic sees it.
 *
 * <p>Its load is output watts for a node, heat watts for a unit. It has one figure for the nominal scenario
 * (index 0) and one for each scenario in which it may differ from that (indices 1 and up), side by side in
 * the array of a {@link LoadState}, from {@link #base} on.
 */
final class Element {
    private static final int[] NOMINAL_ONLY = {};

    final String id;
    final Spec spec;
    final Outlet power;
    final Outlet heat;
    int[] scenarios = NOMINAL_ONLY;
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
        return 1 + scenarios.length;
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
        return index == 0 ? spec.continuousLimit() : spec.failureLimit();
    }

    LimitKind limitKind() {
        return spec.cooling() ? LimitKind.COOLING : LimitKind.POWER;
    }
}
