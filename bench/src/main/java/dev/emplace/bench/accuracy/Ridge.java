package dev.emplace.bench.accuracy;

import dev.emplace.power.domain.draw.ServingFit;
import java.util.ArrayList;
import java.util.List;

/**
 * Least squares on the logit of a fraction, with a penalty of 1 on each coefficient of a feature in units of its standard
 * deviation, and none on the intercept.
 */
final class Ridge {
    private static final double PENALTY = 1;

    private Ridge() {}

    static ServingFit fit(List<List<Double>> features, List<Double> fractions) {
        int columns = features.get(0).size();
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            int c = column;
            double mean =
                    features.stream().mapToDouble(row -> row.get(c)).average().orElseThrow();
            double square = features.stream()
                    .mapToDouble(row -> (row.get(c) - mean) * (row.get(c) - mean))
                    .average()
                    .orElseThrow();
            means.add(mean);
            deviations.add(Math.sqrt(square) + 1e-9);
        }
        double[][] equations = new double[columns + 1][columns + 2];
        for (int row = 0; row < features.size(); row++) {
            double[] x = new double[columns + 2];
            x[0] = 1;
            for (int c = 0; c < columns; c++) {
                x[c + 1] = (features.get(row).get(c) - means.get(c)) / deviations.get(c);
            }
            x[columns + 1] = logit(fractions.get(row));
            for (int i = 0; i <= columns; i++) {
                for (int j = 0; j < x.length; j++) {
                    equations[i][j] += x[i] * x[j];
                }
            }
        }
        for (int i = 1; i <= columns; i++) {
            equations[i][i] += PENALTY;
        }
        double[] solved = solve(equations);
        double intercept = solved[0];
        List<Double> coefficients = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            coefficients.add(solved[c + 1] / deviations.get(c));
            intercept -= solved[c + 1] * means.get(c) / deviations.get(c);
        }
        return new ServingFit(intercept, coefficients);
    }

    private static double logit(double fraction) {
        double share = Math.min(0.999, Math.max(0.001, fraction / ServingFit.LIMIT));
        return Math.log(share / (1 - share));
    }

    /** Elimination; the penalty keeps the diagonal from vanishing. */
    private static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    double factor = rows[j][i] / rows[i][i];
                    for (int k = i; k <= n; k++) {
                        rows[j][k] -= factor * rows[i][k];
                    }
                }
            }
        }
        double[] solved = new double[n];
        for (int i = 0; i < n; i++) {
            solved[i] = rows[i][n] / rows[i][i];
        }
        return solved;
    }
}
