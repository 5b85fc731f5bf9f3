package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.footprint.ModelShape;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;

/**
 * Kinds of accelerator that hold a model but write its tokens too slowly, over as many as it splits.
 *
 * @param step milliseconds of a decode step on a footprint
 * @param fits whether a model would fit a kind and be fast enough
 */
record TooSlow(
        ModelShape shape,
        double slowest,
        ToDoubleFunction<Footprint> step,
        BiPredicate<ModelShape, AcceleratorFacts> fits) {

    List<Rejection> of(List<Footprint> tooSlow) {
        return tooSlow.isEmpty() ? List.of() : List.of(rejection(tooSlow));
    }

    private Rejection rejection(List<Footprint> family) {
        Footprint closest = Collections.min(
                family,
                Comparator.comparingDouble(step)
                        .thenComparing(f -> f.accelerator().name()));
        Optional<Integer> fewer = List.of(8, 4).stream()
                .filter(bits -> bits < shape.weightBits())
                .filter(bits -> fits.test(shape.inBits(bits), closest.accelerator()))
                .findFirst();
        return Rejection.unasked(
                "accelerators",
                Constraint.LATENCY,
                Show.millis(step.applyAsDouble(closest)) + " a token",
                Show.millis(slowest) + " a token",
                fewer.map(bits -> "fits with weights of " + bits + " bits").orElse(""),
                "reading the weights for each token takes longer than people wait",
                family.stream().map(f -> f.accelerator().displayName()).sorted().toList(),
                closest.accelerator().displayName());
    }
}
