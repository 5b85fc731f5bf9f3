package dev.emplace.workload.domain.usage;

import java.util.Optional;

/**
 * What was measured of a series.
 *
 * @param peakToMean highest sample over the mean; 0 where the mean is
 * @param highToMean load that is exceeded 1% of the time, over the mean
 * @param variation coefficient of variation: standard deviation over mean
 * @param swing standard deviation of hourly means around the mean of their day, over the mean; below two days the variation
 * @param dailyCorrelation autocorrelation of what swings around the day's mean, at 24 hours; empty below three days
 * @param observedShare share of the span in which samples hold
 */
public record UsageMeasures(
        double mean,
        double peak,
        double peakToMean,
        double highToMean,
        double variation,
        double swing,
        Optional<Double> dailyCorrelation,
        long spanSeconds,
        double observedShare) {

    static UsageMeasures of(LoadSeries series, DurationCurve curve) {
        DailyPattern day = new DailyPattern(series.hours());
        double mean = curve.mean();
        double over = mean == 0 ? 1 : mean;
        double variation = curve.deviation() / over;
        return new UsageMeasures(
                mean,
                curve.peak(),
                curve.peak() / over,
                curve.quantile(0.99) / over,
                variation,
                day.deviation().map(deviation -> deviation / over).orElse(variation),
                day.correlation(),
                series.spanSeconds(),
                Math.min(1, series.observedSeconds() / (double) series.spanSeconds()));
    }
}
