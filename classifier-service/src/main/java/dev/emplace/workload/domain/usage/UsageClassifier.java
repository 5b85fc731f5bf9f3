package dev.emplace.workload.domain.usage;

import dev.emplace.workload.domain.policy.Policy;
import java.util.Locale;
import java.util.Optional;

/** Says how a load varies: idle, else by the day, else in bursts, else sustained; thresholds are the policy's. */
public final class UsageClassifier {
    private final Policy policy;

    public UsageClassifier(Policy policy) {
        this.policy = policy;
    }

    /**
     * The class of a series.
     *
     * @param capacity load that what is kept for it could carry; empty takes the peak
     * @param unitLoad load that one unit carries, for a base in whole units
     * @param priceRatio committed price over that on demand, above 0 and at most 1
     */
    public Usage classify(
            LoadSeries series, Optional<Double> capacity, Optional<Double> unitLoad, Optional<Double> priceRatio) {
        DurationCurve curve = new DurationCurve(series);
        UsageMeasures measures = UsageMeasures.of(series, curve);
        DurationCurve units =
                unitLoad.map(unit -> new DurationCurve(series.inUnits(unit))).orElse(curve);
        return decide(measures, capacity.orElse(measures.peak()), priceRatio.map(p -> Commitment.of(units, p)));
    }

    private Usage decide(UsageMeasures measures, double capacity, Optional<Commitment> commitment) {
        double busy = capacity == 0 ? 0 : measures.mean() / capacity;
        double correlation = measures.dailyCorrelation().orElse(0.0);
        double bursts = policy.number("usage.burst_swing");
        double idle = policy.number("usage.idle_share");
        double daily = policy.number("usage.daily_correlation");
        if (busy < idle) {
            return new Usage(UsageClass.IDLE, reason("mean over capacity", busy, "<", idle), measures, commitment);
        }
        if (correlation >= daily && measures.swing() >= policy.number("usage.flat_swing")) {
            return new Usage(
                    UsageClass.DIURNAL,
                    reason("autocorrelation at a day", correlation, ">=", daily),
                    measures,
                    commitment);
        }
        boolean bursty = measures.swing() > bursts;
        return new Usage(
                bursty ? UsageClass.BURSTY : UsageClass.SUSTAINED,
                reason("swing around the day's mean", measures.swing(), bursty ? ">" : "<=", bursts) + untold(measures),
                measures,
                commitment);
    }

    private static String reason(String measure, double value, String sign, double threshold) {
        return String.format(Locale.ROOT, "%s %.3f %s %.3f", measure, value, sign, threshold);
    }

    private static String untold(UsageMeasures measures) {
        return measures.dailyCorrelation().isPresent()
                ? ""
                : "; a day's pattern could not be looked for: fewer than three days, too many gaps, or no variation";
    }
}
