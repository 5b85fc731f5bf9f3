package dev.emplace.workload.domain.usage;

import java.util.Arrays;
import java.util.Comparator;

/** For how long a load is how high: its samples in ascending order, each with the seconds for which it holds. */
final class DurationCurve {
    private final double[] loads;
    private final long[] until;

    DurationCurve(LoadSeries series) {
        Integer[] order = new Integer[series.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(series::load));
        loads = Arrays.stream(order).mapToDouble(series::load).toArray();
        until = Arrays.stream(order).mapToLong(series::held).toArray();
        Arrays.parallelPrefix(until, Long::sum);
    }

    private long seconds() {
        return until[until.length - 1];
    }

    /** The least load that is not exceeded for at least so large a share of the time. */
    double quantile(double share) {
        int at = Arrays.binarySearch(until, (long) Math.ceil(share * seconds()));
        return loads[Math.min(at < 0 ? -at - 1 : at, loads.length - 1)];
    }

    double mean() {
        return meanAbove(0);
    }

    double peak() {
        return loads[loads.length - 1];
    }

    /** Mean of what exceeds a base. */
    double meanAbove(double base) {
        double sum = 0;
        for (int i = 0; i < loads.length; i++) {
            sum += Math.max(0, loads[i] - base) * (until[i] - (i == 0 ? 0 : until[i - 1]));
        }
        return sum / seconds();
    }

    double deviation() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < loads.length; i++) {
            sum += Math.pow(loads[i] - mean, 2) * (until[i] - (i == 0 ? 0 : until[i - 1]));
        }
        return Math.sqrt(sum / seconds());
    }
}
