package dev.emplace.power.domain.capacity;

import java.util.Arrays;

/** One supplier of an outlet, with the owner's index for each index of the supplier. */
final class Edge {
    /** Element that supplies. */
    final int target;

    /** Of the supplier in the outlet. */
    final int position;

    /** Per index of the target, that of the owner: ELSEWHERE where the owner does not tell the failure apart. */
    final int[] ownerIndex;

    private Edge(int target, int position, int[] ownerIndex) {
        this.target = target;
        this.position = position;
        this.ownerIndex = ownerIndex;
    }

    static Edge[] of(Outlet outlet, int[] ownerScenarios, Element[] elements) {
        Edge[] edges = new Edge[outlet.suppliers.length];
        for (int i = 0; i < edges.length; i++) {
            int target = outlet.suppliers[i];
            edges[i] = new Edge(target, i, align(ownerScenarios, elements[target].scenarios));
        }
        return edges;
    }

    private static int[] align(int[] owner, int[] target) {
        int[] index = new int[Element.FIRST_FAILURE + target.length];
        index[Element.ELSEWHERE] = Element.ELSEWHERE;
        for (int i = 0; i < target.length; i++) {
            int known = Arrays.binarySearch(owner, target[i]);
            index[Element.FIRST_FAILURE + i] = known < 0 ? Element.ELSEWHERE : Element.FIRST_FAILURE + known;
        }
        return index;
    }
}
