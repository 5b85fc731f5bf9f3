package dev.emplace.power.domain.capacity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How an amount of power or heat splits over the suppliers that take it, scenario by scenario.
 *
 * <p>It splits in proportion to weights over the live suppliers; standby ones count only where no other is
 * live. The parts are whole watts and add up to the amount exactly.
 */
final class Outlet {
    static final Outlet NONE = new Outlet(new int[0], new long[0], new boolean[0]);

    /** Weights are scaled to about this sum, so that watts times weight stay far inside a long. */
    private static final long SCALE = 1_000_000;

    /** No site carries a terawatt; absurd loss coefficients may claim so. */
    private static final long MOST_WATTS = 1_000_000_000_000L;

    final int[] suppliers;
    private final long[] weights;
    private final boolean[] standby;

    /** Per variant, the running sums of the weights of its live suppliers: [0, w0, w0 + w1, ...]. */
    private final List<long[]> variants = new ArrayList<>();

    /** Per index as in {@link Element}, its variant. */
    private int[] variantAt = {0};

    Outlet(int[] suppliers, long[] weights, boolean[] standby) {
        this.suppliers = suppliers;
        this.standby = standby;
        long sum = Math.max(1, Arrays.stream(weights).sum());
        this.weights = Arrays.stream(weights)
                .map(weight -> Math.max(1, Math.round((double) weight * SCALE / sum)))
                .toArray();
    }

    /** The running sums for the suppliers that live in a scenario, where the owner itself lives. */
    long[] sums(boolean ownerLives, boolean[] live) {
        long[] sums = run(ownerLives, live, false);
        return sums[suppliers.length] > 0 ? sums : run(ownerLives, live, true);
    }

    private long[] run(boolean ownerLives, boolean[] live, boolean useStandby) {
        long[] sums = new long[suppliers.length + 1];
        for (int i = 0; i < suppliers.length; i++) {
            boolean takes = ownerLives && live[suppliers[i]] && standby[i] == useStandby;
            sums[i + 1] = sums[i] + (takes ? weights[i] : 0);
        }
        return sums;
    }

    /** Fixes the variants: the nominal one first, then one for each scenario that the owner tells apart. */
    void fix(List<long[]> sumsByIndex) {
        variantAt = new int[sumsByIndex.size()];
        for (int index = 0; index < variantAt.length; index++) {
            variantAt[index] = variantOf(sumsByIndex.get(index));
        }
    }

    private int variantOf(long[] sums) {
        for (int i = 0; i < variants.size(); i++) {
            if (Arrays.equals(variants.get(i), sums)) {
                return i;
            }
        }
        variants.add(sums);
        return variants.size() - 1;
    }

    /** The part of an amount that one supplier takes in the scenario of that index. */
    long part(int index, int supplier, long amount) {
        long[] sums = variants.get(variantAt[index]);
        return part(sums, supplier, amount);
    }

    /** By how much that part changes with the amount. */
    long change(int index, int supplier, long before, long after) {
        return part(index, supplier, after) - part(index, supplier, before);
    }

    static long part(long[] sums, int supplier, long amount) {
        long total = sums[sums.length - 1];
        if (total == 0 || sums[supplier] == sums[supplier + 1]) {
            return 0;
        }
        long carried = Math.min(amount, MOST_WATTS);
        if (sums[supplier] == 0 && sums[supplier + 1] == total) {
            return carried;
        }
        return carried * sums[supplier + 1] / total - carried * sums[supplier] / total;
    }
}
