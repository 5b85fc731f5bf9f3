package dev.emplace.workload.domain.usage;

import java.util.Optional;

/**
 * What comes and goes within a day: each hour's mean less that of the 24 hours around it. A load that only grows has nothing
 * left, though each of its hours resembles that of the day before.
 */
final class DailyPattern {
    private static final int DAY = 24;
    private static final int FEWEST_HOURS = 12;
    private static final int FEWEST_PAIRS = 2 * DAY;

    private final double[] swings;

    DailyPattern(double[] hours) {
        swings = new double[hours.length];
        for (int i = 0; i < hours.length; i++) {
            swings[i] = hours[i] - around(hours, i);
        }
    }

    /** Mean of the observed hours of the day around one; NaN where fewer than half were. */
    private static double around(double[] hours, int at) {
        double sum = 0;
        int observed = 0;
        for (int i = at - DAY / 2; i < at + DAY / 2; i++) {
            if (i >= 0 && i < hours.length && !Double.isNaN(hours[i])) {
                sum += hours[i];
                observed++;
            }
        }
        return observed < FEWEST_HOURS ? Double.NaN : sum / observed;
    }

    /** Standard deviation of the swings; empty below two days of them. */
    Optional<Double> deviation() {
        double sum = 0;
        int count = 0;
        for (double swing : swings) {
            if (!Double.isNaN(swing)) {
                sum += swing * swing;
                count++;
            }
        }
        return count < FEWEST_PAIRS ? Optional.empty() : Optional.of(Math.sqrt(sum / count));
    }

    /** Correlation of each hour's swing with that of a day later; empty where too few pairs were observed, or nothing swings. */
    Optional<Double> correlation() {
        double scale = deviation().orElse(0.0);
        int pairs = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; scale > 0 && i + DAY < swings.length; i++) {
            double today = swings[i] / scale;
            double tomorrow = swings[i + DAY] / scale;
            if (!Double.isNaN(today) && !Double.isNaN(tomorrow)) {
                pairs++;
                xx += today * today;
                yy += tomorrow * tomorrow;
                xy += today * tomorrow;
            }
        }
        double spread = Math.sqrt(xx * yy);
        return pairs < FEWEST_PAIRS || spread < 1e-9 ? Optional.empty() : Optional.of(xy / spread);
    }
}
