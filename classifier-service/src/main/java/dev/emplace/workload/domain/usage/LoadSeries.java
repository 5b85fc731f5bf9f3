package dev.emplace.workload.domain.usage;

import dev.emplace.platform.errors.InvalidFieldException;
import java.util.Arrays;

/**
 * A load over time. A sample holds until the next one, but no longer than three usual steps: what lies beyond is a gap, of
 * which nothing is known.
 */
public final class LoadSeries {
    public static final int FEWEST = 24;
    public static final int MOST = 100_000;
    private static final long LONGEST_SECONDS = 10L * 366 * 86_400;
    private static final double HIGHEST = 1e15;
    private static final int STEPS_HELD = 3;

    private final long[] times;
    private final double[] loads;
    private final long[] held;
    private final long step;

    private LoadSeries(long[] times, double[] loads) {
        this.times = times;
        this.loads = loads;
        this.step = usualStep(times);
        this.held = held(times, step);
    }

    /**
     * Reads a series.
     *
     * @param times seconds, strictly increasing
     * @param loads in any unit, one for each time
     * @throws InvalidFieldException where the series is too short or too long, out of order, or holds what is no load
     */
    public static LoadSeries of(long[] times, double[] loads) {
        if (times.length < FEWEST || times.length > MOST) {
            throw new InvalidFieldException(
                    "times", "must have from " + FEWEST + " to " + MOST + " samples, not " + times.length);
        }
        if (loads.length != times.length) {
            throw new InvalidFieldException(
                    "loads", "must have one load for each of the " + times.length + " times, not " + loads.length);
        }
        for (int i = 0; i < times.length; i++) {
            check(i, times, loads[i]);
        }
        checkSpan(times);
        return new LoadSeries(times.clone(), loads.clone());
    }

    private static void check(int i, long[] times, double load) {
        if (i > 0 && times[i] <= times[i - 1]) {
            throw new InvalidFieldException(
                    "times[" + i + "]",
                    "must be after the sample before it, " + times[i - 1] + ", not " + times[i] + ": sort the samples");
        }
        if (!(load >= 0 && load <= HIGHEST)) {
            throw new InvalidFieldException(
                    "loads[" + i + "]",
                    "must lie from 0 to " + HIGHEST + ", not " + load + ": leave out what was not measured");
        }
    }

    /** Subtracting may overflow, which a negative difference tells. */
    private static void checkSpan(long[] times) {
        long span = times[times.length - 1] - times[0];
        if (span < 0 || span > LONGEST_SECONDS) {
            throw new InvalidFieldException("times", "must span at most ten years: give seconds, not milliseconds");
        }
    }

    private static long usualStep(long[] times) {
        long[] steps = new long[times.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = times[i + 1] - times[i];
        }
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }

    private static long[] held(long[] times, long step) {
        long[] held = new long[times.length];
        for (int i = 0; i + 1 < times.length; i++) {
            held[i] = Math.min(times[i + 1] - times[i], STEPS_HELD * step);
        }
        held[times.length - 1] = step;
        return held;
    }

    int size() {
        return loads.length;
    }

    double load(int i) {
        return loads[i];
    }

    /** Seconds for which a sample holds. */
    long held(int i) {
        return held[i];
    }

    /** Median seconds between samples. */
    long step() {
        return step;
    }

    long spanSeconds() {
        return times[times.length - 1] + step - times[0];
    }

    long observedSeconds() {
        return Arrays.stream(held).sum();
    }

    /** Mean load of each hour from the first sample on; NaN where less than half of it was observed. */
    double[] hours() {
        int count = (int) (spanSeconds() / 3_600);
        double[] sums = new double[count];
        double[] seconds = new double[count];
        for (int i = 0; i < loads.length; i++) {
            spread(i, sums, seconds);
        }
        for (int hour = 0; hour < count; hour++) {
            sums[hour] = seconds[hour] < 1_800 ? Double.NaN : sums[hour] / seconds[hour];
        }
        return sums;
    }

    private void spread(int i, double[] sums, double[] seconds) {
        long from = times[i] - times[0];
        long to = from + held[i];
        for (long hour = from / 3_600; hour * 3_600 < to && hour < sums.length; hour++) {
            long part = Math.min(to, (hour + 1) * 3_600) - Math.max(from, hour * 3_600);
            sums[(int) hour] += part * loads[i];
            seconds[(int) hour] += part;
        }
    }

    /** The same in whole units, each of which carries so much. */
    LoadSeries inUnits(double unitLoad) {
        return new LoadSeries(
                times,
                Arrays.stream(loads).map(load -> Math.ceil(load / unitLoad)).toArray());
    }
}
