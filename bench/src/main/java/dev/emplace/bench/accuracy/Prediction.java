package dev.emplace.bench.accuracy;

import java.util.Locale;

/** One predicted figure beside the one that was measured. */
record Prediction(String of, double predicted, double measured, String unit) {
    /** Positive where too much was predicted. */
    double percentOff() {
        return (predicted / measured - 1) * 100;
    }

    double error() {
        return Math.abs(percentOff());
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "  %-44s %10.4g %s predicted %10.4g measured %+6.1f %%",
                of,
                predicted,
                unit,
                measured,
                percentOff());
    }
}
