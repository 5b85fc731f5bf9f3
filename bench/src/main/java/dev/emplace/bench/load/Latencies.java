package dev.emplace.bench.load;

import java.util.Arrays;

/** How long calls took, in nanoseconds, without an object for each. */
final class Latencies {

    private long[] nanos = new long[1 << 12];
    private int count;

    synchronized void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = taken;
    }

    synchronized int count() {
        return count;
    }

    /** By the nearest rank; 0 where there are none. */
    synchronized long at(double percent) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(percent / 100 * count) - 1];
    }
}
