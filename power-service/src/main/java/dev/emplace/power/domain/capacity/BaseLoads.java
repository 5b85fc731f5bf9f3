package dev.emplace.power.domain.capacity;

import java.util.List;

/** The loads of a site without any rack, scenario by scenario: no-load losses, cooling, and their losses. */
final class BaseLoads {
    private final Element[] elements;
    private final List<boolean[]> living;

    BaseLoads(Element[] elements, List<boolean[]> living) {
        this.elements = elements;
        this.living = living;
    }

    long[] compute() {
        Element last = elements[elements.length - 1];
        long[] loads = new long[last.base + last.indices()];
        long[] nominal = inScenario(living.get(0));
        for (int e = 0; e < elements.length; e++) {
            loads[elements[e].base + Element.NOMINAL] = nominal[e];
            loads[elements[e].base + Element.ELSEWHERE] = nominal[e];
        }
        int[] next = new int[elements.length];
        for (int s = 1; s < living.size(); s++) {
            long[] inScenario = inScenario(living.get(s));
            for (int e = 0; e < elements.length; e++) {
                if (next[e] < elements[e].scenarios.length && elements[e].scenarios[next[e]] == s) {
                    loads[elements[e].base + Element.FIRST_FAILURE + next[e]++] = inScenario[e];
                }
            }
        }
        return loads;
    }

    /** Draws of the cooling first, since units come after the nodes that feed them. */
    private long[] inScenario(boolean[] live) {
        long[] loads = new long[elements.length];
        for (int e = 0; e < elements.length; e++) {
            if (elements[e].spec.cooling() && live[e]) {
                add(elements[e].power, live, elements[e].spec.draw(), loads);
            }
        }
        for (int e = 0; e < elements.length; e++) {
            Element element = elements[e];
            if (!live[e]) {
                continue;
            }
            if (!element.spec.cooling()) {
                add(element.power, live, element.powerDemand(loads[e]), loads);
            }
            add(element.heat, live, element.heatDemand(loads[e]), loads);
        }
        return loads;
    }

    private static void add(Outlet outlet, boolean[] live, long amount, long[] loads) {
        long[] sums = outlet.sums(true, live);
        for (int i = 0; i < outlet.suppliers.length; i++) {
            loads[outlet.suppliers[i]] += Outlet.part(sums, i, amount);
        }
    }
}
