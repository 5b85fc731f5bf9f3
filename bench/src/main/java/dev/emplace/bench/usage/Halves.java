package dev.emplace.bench.usage;

import dev.emplace.bench.data.ShippedPolicy;
import dev.emplace.bench.report.Row;
import dev.emplace.bench.report.Target;
import dev.emplace.workload.domain.usage.LoadSeries;
import dev.emplace.workload.domain.usage.Usage;
import dev.emplace.workload.domain.usage.UsageClassifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A load whose first half decides the base that its second half is paid with. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Halves(String name, long[] times, double[] loads) {
    /** One-year commitments are 30 to 40% below on demand. */
    private static final double PRICE_RATIO = 0.65;

    private static final UsageClassifier CLASSIFIER = new UsageClassifier(ShippedPolicy.read());

    private Usage usage(int from, int to) {
        return CLASSIFIER.classify(
                LoadSeries.of(Arrays.copyOfRange(times, from, to), Arrays.copyOfRange(loads, from, to)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(PRICE_RATIO));
    }

    Row row() {
        int middle = times.length / 2;
        Usage first = usage(0, middle);
        Usage second = usage(middle, times.length);
        Usage all = usage(0, times.length);
        double base = first.commitment().orElseThrow().base();
        double cost = cost(base, middle);
        return new Row.Measured(
                "base of the first half, cost of the second: " + name,
                "the best base, known afterwards",
                Target.none(),
                "of on demand",
                cost,
                second.commitment().orElseThrow().cost(),
                cost / second.commitment().orElseThrow().cost(),
                String.format(
                        Locale.ROOT,
                        "%s (halves: %s, %s): %s; peak to mean %.2f, variation %.2f, swing %.2f, a day's autocorrelation %s;"
                                + " base %.0f of a mean of %.0f",
                        all.usageClass(),
                        first.usageClass(),
                        second.usageClass(),
                        all.reason(),
                        all.measures().peakToMean(),
                        all.measures().variation(),
                        all.measures().swing(),
                        all.measures()
                                .dailyCorrelation()
                                .map(c -> String.format(Locale.ROOT, "%.2f", c))
                                .orElse("unknown"),
                        base,
                        first.measures().mean()));
    }

    /** Of a base over the second half, whose steps are equal; everything on demand costs 1. */
    private double cost(double base, int from) {
        double paid = 0;
        double onDemand = 0;
        for (int i = from; i < loads.length; i++) {
            paid += PRICE_RATIO * base + Math.max(0, loads[i] - base);
            onDemand += loads[i];
        }
        return paid / onDemand;
    }
}
