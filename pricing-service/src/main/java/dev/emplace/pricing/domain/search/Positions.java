package dev.emplace.pricing.domain.search;

import java.util.Arrays;

/** Positions in a price list, as many as come. */
final class Positions {

    private int[] all = new int[8];
    private int size;

    void add(int position) {
        if (size == all.length) {
            all = Arrays.copyOf(all, 2 * size);
        }
        all[size++] = position;
    }

    int[] toArray() {
        return Arrays.copyOf(all, size);
    }
}
