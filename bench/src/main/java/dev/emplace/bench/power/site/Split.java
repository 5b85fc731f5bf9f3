package dev.emplace.bench.power.site;

import java.util.List;

/** How watts split over suppliers: by weight over those that live, standby ones only where no other does. */
final class Split {
    final int[] suppliers;
    private final long[] weights;
    private final boolean[] standby;

    Split(List<Integer> suppliers, List<Double> weights, List<Boolean> standby) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        boolean onlyStandby = !standby.contains(false);
        this.suppliers = suppliers.stream().mapToInt(Integer::intValue).toArray();
        this.weights = weights.stream()
                .mapToLong(weight -> Math.max(1, Math.round(weight * 1_000_000 / sum)))
                .toArray();
        this.standby = new boolean[suppliers.size()];
        for (int i = 0; i < suppliers.size(); i++) {
            this.standby[i] = standby.get(i) && !onlyStandby;
        }
    }

    boolean anyLives(boolean[] live) {
        for (int supplier : suppliers) {
            if (live[supplier]) {
                return true;
            }
        }
        return false;
    }

    /** How many carry load. */
    int carrying(boolean[] live) {
        boolean onStandby = total(live, false) == 0;
        int count = 0;
        for (int i = 0; i < suppliers.length; i++) {
            count += live[suppliers[i]] && standby[i] == onStandby ? 1 : 0;
        }
        return count;
    }

    private long total(boolean[] live, boolean onStandby) {
        long total = 0;
        for (int i = 0; i < suppliers.length; i++) {
            total += live[suppliers[i]] && standby[i] == onStandby ? weights[i] : 0;
        }
        return total;
    }

    /** Adds each live supplier's whole watts to what it carries; together they are the amount. */
    void pass(long amount, boolean[] live, long[] loads) {
        long total = total(live, false);
        boolean onStandby = total == 0;
        total = onStandby ? total(live, true) : total;
        long before = 0;
        for (int i = 0; i < suppliers.length; i++) {
            if (live[suppliers[i]] && standby[i] == onStandby) {
                long after = before + weights[i];
                loads[suppliers[i]] += amount * after / total - amount * before / total;
                before = after;
            }
        }
    }
}
