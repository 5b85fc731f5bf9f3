package dev.emplace.workload.domain.plan;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What cost, latency and carbon count. Each is measured as a multiple of the best feasible place's, so that dollars,
 * milliseconds and grams can be added; what is unknown counts as the worst that is known.
 */
public record Weights(double cost, double latency, double carbon) {
    public static final Weights COST = new Weights(1, 0, 0);

    /** The least weighted sum first. */
    Comparator<Placement> order(List<Placement> feasible) {
        ToDoubleFunction<Placement> usd =
                multiples(feasible, placement -> placement.cost().totalUsd().doubleValue());
        ToDoubleFunction<Placement> millis = multiples(feasible, Weights::millis);
        ToDoubleFunction<Placement> grams = multiples(feasible, placement -> placement.hourlyGrams());
        return Comparator.comparingDouble(placement -> cost * usd.applyAsDouble(placement)
                + latency * millis.applyAsDouble(placement)
                + carbon * grams.applyAsDouble(placement));
    }

    /** 0 is unknown: where the users or the place are unknown, what the computation takes says nothing of the whole. */
    private static double millis(Placement placement) {
        boolean here = placement.quote().accelerator().device();
        return placement.roundTripMillis().isPresent() || here ? placement.expectedMillis() : 0;
    }

    private static ToDoubleFunction<Placement> multiples(
            List<Placement> feasible, ToDoubleFunction<Placement> measure) {
        double[] known = feasible.stream()
                .mapToDouble(measure)
                .filter(value -> value > 0)
                .sorted()
                .toArray();
        if (known.length == 0) {
            return placement -> 1;
        }
        double worst = known[known.length - 1] / known[0];
        return placement -> {
            double value = measure.applyAsDouble(placement);
            return value > 0 ? value / known[0] : worst;
        };
    }
}
