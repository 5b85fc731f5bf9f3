package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.footprint.FootprintParameters;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.reading.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Kinds of accelerator that a model does not fit: devices, and others, each told by the one that comes closest.
 *
 * @param fits whether a model would fit a kind, so that what is said to fit does
 */
record TooLarge(
        Reading reading,
        ModelShape shape,
        FootprintParameters parameters,
        BiPredicate<ModelShape, AcceleratorFacts> fits) {

    static final String DEVICE = "device";

    /** A hundredth of a billion parameters. */
    private static final double STEP = 1e7;

    private static final int USUAL_BITS = 16;

    List<Rejection> of(List<Footprint> tooLarge) {
        List<Rejection> rejections = new ArrayList<>();
        for (boolean device : new boolean[] {false, true}) {
            List<Footprint> family = tooLarge.stream()
                    .filter(footprint -> footprint.accelerator().device() == device)
                    .toList();
            family.stream()
                    .min(Comparator.comparingDouble(this::excess)
                            .thenComparing(f -> f.accelerator().name()))
                    .ifPresent(closest -> rejections.add(rejection(closest, family)));
        }
        return rejections;
    }

    private boolean trains() {
        return reading.classification().workloadClass().trains();
    }

    private double usable(Footprint footprint) {
        double share = trains() ? parameters.trainingUsable() : parameters.usable();
        return share * (double) footprint.accelerator().memoryBytes() * footprint.perReplica();
    }

    private double excess(Footprint footprint) {
        return footprint.memory().expected() / usable(footprint);
    }

    private Rejection rejection(Footprint closest, List<Footprint> family) {
        AcceleratorFacts kind = closest.accelerator();
        boolean elsewhere = kind.device() && reading.edge().isEmpty();
        return Rejection.unasked(
                kind.device() ? DEVICE : "accelerators",
                Constraint.MEMORY,
                Show.gigabytes((double) closest.memory().expected()),
                Show.gigabytes(usable(closest)),
                smaller(closest) + (elsewhere ? "; and " + DeviceCheck.CHANGE : ""),
                (trains() ? "training " : "serving ") + "does not fit the usable memory of " + closest.perReplica()
                        + " x " + kind.displayName(),
                family.stream().map(f -> f.accelerator().displayName()).sorted().toList(),
                kind.displayName());
    }

    /** Fewer bits of a weight, or else a smaller model: each is tried. */
    private String smaller(Footprint footprint) {
        for (int bits : new int[] {8, 4}) {
            boolean fewer = !trains() && bits < shape.weightBits();
            if (fewer && fits.test(shape.inBits(bits), footprint.accelerator())) {
                return "fits with weights of " + bits + " bits";
            }
        }
        long most = mostParameters(footprint.accelerator());
        return most == 0
                ? "fits with a shorter context or fewer requests at a time"
                : "fits a model of " + Show.number(most * STEP / 1e9, 2) + " billion parameters"
                        + (shape.weightBits() == USUAL_BITS ? "" : " of " + shape.weightBits() + " bits");
    }

    /** The largest model, in steps, of the shape that is assumed for its size. */
    private long mostParameters(AcceleratorFacts kind) {
        long fitting = 0;
        long failing = (long) Math.ceil(shape.parameters() / STEP);
        while (failing - fitting > 1) {
            long middle = fitting + (failing - fitting) / 2;
            if (fits.test(ModelShape.ofSize(Math.round(middle * STEP), shape.weightBits()), kind)) {
                fitting = middle;
            } else {
                failing = middle;
            }
        }
        return fitting;
    }
}
