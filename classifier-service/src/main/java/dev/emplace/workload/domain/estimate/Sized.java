package dev.emplace.workload.domain.estimate;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.estimate.Estimate.Mode;
import dev.emplace.workload.domain.estimate.Estimate.PerAccelerator;
import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.footprint.FootprintParameters;
import dev.emplace.workload.domain.footprint.Footprints;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.footprint.SizingAssumptions;
import dev.emplace.workload.domain.footprint.Training;
import dev.emplace.workload.domain.latency.Latencies;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.workload.ServiceNeeds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One workload with the formulas that hold for it. */
record Sized(
        Mode mode,
        ModelShape model,
        Training training,
        Footprints.Load load,
        Footprints footprints,
        FootprintParameters parameters,
        Speed speed,
        List<Assumed> assumptions) {

    static Sized of(Policy policy, Reading reading, ModelShape model, EstimateRequest request) {
        FootprintParameters parameters = policy.footprint();
        Footprints footprints = new Footprints(parameters);
        Training training = request.training().orElse(reading.training());
        ServiceNeeds needs = reading.workload().needs();
        Mode mode = mode(reading.classification().workloadClass(), request, training, model);
        Footprints.Load load = Footprints.Load.of(needs, parameters);
        Latencies latencies = new Latencies(policy.latency());
        Speed speed = switch (mode) {
            case TOKENS -> new TokenSpeed(model, needs, load, request.tokenMillis(), footprints, latencies);
            case PASS -> new PassSpeed(model, needs, latencies);
            case TRAINING, LORA, QLORA -> new TrainingSpeed(model, training, parameters, policy.latency());
        };
        return new Sized(
                mode,
                model,
                training,
                load,
                footprints,
                parameters,
                speed,
                trains(mode)
                        ? new SizingAssumptions(parameters)
                                .training(model, training, request.training().isEmpty())
                        : new SizingAssumptions(parameters).serving(model, needs));
    }

    /** Who says how it is tuned says that it is trained. */
    private static Mode mode(
            WorkloadClass workloadClass, EstimateRequest request, Training training, ModelShape model) {
        if (workloadClass.trains() || request.training().isPresent()) {
            return switch (training) {
                case FULL -> Mode.TRAINING;
                case LORA -> Mode.LORA;
                case QLORA -> Mode.QLORA;
            };
        }
        return model.generates() ? Mode.TOKENS : Mode.PASS;
    }

    private static boolean trains(Mode mode) {
        return mode != Mode.TOKENS && mode != Mode.PASS;
    }

    PerAccelerator on(AcceleratorFacts kind, Optional<Integer> count) {
        Footprint footprint = trains(mode)
                ? footprints.training(model, kind, training, count.orElse(0))
                : footprints.serving(model, kind, load.atLeast(count.orElse(0)));
        return new PerAccelerator(
                footprint, shortfall(footprint), footprint.fits() ? speed.figures(footprint) : List.of());
    }

    private String shortfall(Footprint footprint) {
        if (footprint.fits()) {
            return "";
        }
        double share = trains(mode) ? parameters.trainingUsable() : parameters.usable();
        double each = (double) footprint.memory().expected() / footprint.perReplica();
        return String.format(
                Locale.ROOT,
                "needs %.1f GB on each of %d, of %.1f GB that may be planned there",
                each / 1e9,
                footprint.perReplica(),
                share * footprint.accelerator().memoryBytes() / 1e9);
    }
}
