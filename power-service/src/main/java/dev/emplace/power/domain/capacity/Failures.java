package dev.emplace.power.domain.capacity;

import dev.emplace.power.domain.topology.Condition;
import java.util.Arrays;
import java.util.BitSet;

/** What lives in one scenario, and which elements may carry another load in it than when nothing has failed. */
final class Failures {
    private final Element[] elements;
    private final int nodeCount;
    private final Condition condition;

    Failures(Element[] elements, int nodeCount, Condition condition) {
        this.elements = elements;
        this.nodeCount = nodeCount;
        this.condition = condition;
    }

    /** Which elements live: not failed, and with a live feeder, and somewhere to reject to. */
    boolean[] live(Scenario scenario) {
        boolean[] live = new boolean[elements.length];
        for (int e = nodeCount - 1; e >= 0; e--) {
            live[e] = stands(e, scenario) && anyOrNone(elements[e].power, live);
        }
        for (int e = elements.length - 1; e >= nodeCount; e--) {
            live[e] = stands(e, scenario) && anyOrNone(elements[e].power, live) && anyOrNone(elements[e].heat, live);
        }
        return live;
    }

    private boolean stands(int element, Scenario scenario) {
        return element != scenario.failedElement() && !condition.isOut(elements[element].id);
    }

    static boolean anyOrNone(Outlet outlet, boolean[] live) {
        if (outlet.suppliers.length == 0) {
            return true;
        }
        for (int supplier : outlet.suppliers) {
            if (live[supplier]) {
                return true;
            }
        }
        return false;
    }

    /**
     * Elements that may differ from the nominal scenario: those that died, those whose load splits otherwise,
     * and all that their load reaches from there. Everything else carries just what it carries nominally.
     */
    BitSet affected(boolean[] live, boolean[] nominal, Tap[] taps) {
        BitSet affected = new BitSet(elements.length);
        for (Tap tap : taps) {
            markIfChanged(tap.power, true, live, nominal, affected);
            // Heat moves also where the rack itself went dark.
            boolean lit = lit(tap, live);
            markIfChanged(tap.air, lit, live, nominal, affected);
            markIfChanged(tap.liquid, lit, live, nominal, affected);
        }
        for (int e = 0; e < elements.length; e++) {
            if (changed(elements[e], e, live, nominal)) {
                affected.set(e);
                markSuppliers(elements[e].power, affected);
                markSuppliers(elements[e].heat, affected);
            }
        }
        for (int e = affected.nextSetBit(0); e >= 0; e = affected.nextSetBit(e + 1)) {
            if (e < nodeCount) {
                markSuppliers(elements[e].power, affected);
            }
            // A unit that lives draws the same whatever its heat, so only its heat goes on.
            markSuppliers(elements[e].heat, affected);
        }
        return affected;
    }

    static boolean lit(Tap tap, boolean[] live) {
        return anyOrNone(tap.power, live);
    }

    /** Whether a rack's load splits otherwise than nominally. */
    static boolean changed(Tap tap, boolean[] live, boolean[] nominal) {
        boolean lit = lit(tap, live);
        return differs(tap.power, true, live, nominal)
                || differs(tap.air, lit, live, nominal)
                || differs(tap.liquid, lit, live, nominal);
    }

    private static boolean changed(Element element, int number, boolean[] live, boolean[] nominal) {
        return live[number] != nominal[number]
                || differs(element.power, live[number], live, nominal)
                || differs(element.heat, live[number], live, nominal);
    }

    private static boolean differs(Outlet outlet, boolean ownerLives, boolean[] live, boolean[] nominal) {
        return !Arrays.equals(outlet.sums(ownerLives, live), outlet.sums(true, nominal));
    }

    private static void markIfChanged(
            Outlet outlet, boolean ownerLives, boolean[] live, boolean[] nominal, BitSet affected) {
        if (differs(outlet, ownerLives, live, nominal)) {
            markSuppliers(outlet, affected);
        }
    }

    private static void markSuppliers(Outlet outlet, BitSet affected) {
        for (int supplier : outlet.suppliers) {
            affected.set(supplier);
        }
    }
}
