package dev.emplace.bench.footprint;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The baseline: a x weights / bandwidth + b, by least squares of relative errors. */
final class TwoNumbers {
    private TwoNumbers() {}

    static ToDoubleFunction<DecodeRun> fit(List<DecodeRun> training) {
        double xx = 0;
        double x = 0;
        double one = 0;
        double xy = 0;
        double y = 0;
        for (DecodeRun run : training) {
            double weight = 1 / (run.millis() * run.millis());
            xx += weight * run.weightsMillis() * run.weightsMillis();
            x += weight * run.weightsMillis();
            one += weight;
            xy += weight * run.weightsMillis() * run.millis();
            y += weight * run.millis();
        }
        double determinant = xx * one - x * x;
        double factor = (xy * one - x * y) / determinant;
        double overhead = (xx * y - x * xy) / determinant;
        return run -> factor * run.weightsMillis() + overhead;
    }
}
