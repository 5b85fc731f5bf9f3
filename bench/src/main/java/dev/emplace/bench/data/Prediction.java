package dev.emplace.bench.data;

import java.util.Locale;

/** One predicted figure beside the one that was measured. */
public record Prediction(String of, double predicted, double measured, String unit) {
    /** Positive where too much was predicted. */
    public double percentOff() {
        return (predicted / measured - 1) * 100;
    }

    public double error() {
        return Math.abs(percentOff());
    }

    public String line() {
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
