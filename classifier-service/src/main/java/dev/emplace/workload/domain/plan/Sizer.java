package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.footprint.FootprintParameters;
import dev.emplace.workload.domain.footprint.Footprints;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.footprint.ModelTable;
import dev.emplace.workload.domain.footprint.SizingAssumptions;
import dev.emplace.workload.domain.latency.Latencies;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/** Works out how many of each kind of accelerator a workload needs: by memory, and by the speed that is asked for. */
final class Sizer {
    private final Policy policy;
    private final ModelTable models;
    private final Footprints footprints;
    private final FootprintParameters parameters;
    private final Latencies latencies;

    Sizer(Policy policy) {
        this.policy = policy;
        this.models = new ModelTable(policy.models());
        this.parameters = policy.footprint();
        this.footprints = new Footprints(parameters);
        this.latencies = new Latencies(policy.latency());
    }

    Sizing size(Reading reading, List<AcceleratorFacts> catalog, Constraints constraints) {
        Optional<Wish> wish = Wish.of(reading, catalog, policy);
        AllowedKinds allowed = AllowedKinds.of(
                catalog, constraints, reading.workload().accelerators().vendor(), wish);
        Optional<ModelShape> shape = ModelShape.of(reading.workload().model(), models);
        return shape.isPresent()
                ? byMemory(reading, shape.get(), allowed, wish)
                : new AsAsked(reading, wish, footprints, catalog).size(allowed);
    }

    private Sizing byMemory(Reading reading, ModelShape shape, AllowedKinds allowed, Optional<Wish> wish) {
        List<Footprint> fitting = new ArrayList<>();
        List<Footprint> tooLarge = new ArrayList<>();
        List<Footprint> tooSlow = new ArrayList<>();
        for (AcceleratorFacts kind : allowed.kinds()) {
            Footprint footprint = footprint(reading, shape, kind, wish);
            (footprint.fits() ? fitting : footprint.holds() ? tooSlow : tooLarge).add(footprint);
        }
        BiPredicate<ModelShape, AcceleratorFacts> fits =
                (model, kind) -> footprint(reading, model, kind, wish).fits();
        List<Rejection> rejections = new ArrayList<>(allowed.rejections());
        rejections.addAll(new TooLarge(reading, shape, parameters, fits).of(tooLarge));
        rejections.addAll(new TooSlow(shape, slowest(), f -> step(reading, shape, f), fits).of(tooSlow));
        return new Sizing(Optional.of(shape), wish, fitting, rejections, List.of(), assumptions(reading, shape, wish));
    }

    private List<Assumed> assumptions(Reading reading, ModelShape shape, Optional<Wish> wish) {
        WorkloadClass workloadClass = reading.classification().workloadClass();
        SizingAssumptions sizing = new SizingAssumptions(parameters);
        List<Assumed> all = new ArrayList<>(
                workloadClass.trains()
                        ? sizing.training(shape, reading.training(), workloadClass == WorkloadClass.FINE_TUNING)
                        : sizing.serving(shape, reading.workload().needs()));
        wish.ifPresent(asked -> all.add(asked.assumed()));
        boolean timed = reading.workload().needs().latencyObjective().isPresent();
        if (timed
                && shape.generates()
                && reading.workload().needs().promptTokens().isEmpty()) {
            all.add(new Assumed(
                    "prompt_tokens",
                    policy.latency().promptTokens() + " tokens",
                    "the objective is taken to be of the first token, and nobody states the prompt"));
        }
        return all;
    }

    private Footprint footprint(Reading reading, ModelShape shape, AcceleratorFacts kind, Optional<Wish> wish) {
        WorkloadClass workloadClass = reading.classification().workloadClass();
        // A device is what it is: no number of them works as one.
        int atLeast = kind.device()
                ? 0
                : wish.map(asked -> asked.least(kind).orElse(0)).orElse(0);
        if (workloadClass.trains()) {
            return footprints.training(shape, kind, reading.training(), atLeast);
        }
        // A batch is divided among copies; who answers a request works on it as one.
        return workloadClass == WorkloadClass.BATCH_INFERENCE
                ? footprints
                        .serving(
                                shape,
                                kind,
                                Footprints.Load.of(reading.workload().needs(), parameters))
                        .inAll(atLeast)
                : footprints.serving(
                        shape,
                        kind,
                        Footprints.Load.of(reading.workload().needs(), parameters)
                                .atLeast(atLeast),
                        fastEnough(reading, shape, kind));
    }

    /** Who answers people writes at their pace; a device may take its time. */
    private IntPredicate fastEnough(Reading reading, ModelShape shape, AcceleratorFacts kind) {
        if (kind.device() || !shape.generates()) {
            return n -> true;
        }
        int requests = reading.workload().needs().concurrentRequests().orElse(parameters.concurrentRequests());
        Optional<Integer> prompt = reading.workload().needs().promptTokens();
        return n -> latencies.step(shape, kind, n, requests, prompt).expected() <= slowest();
    }

    private double slowest() {
        return policy.number("footprint.slowest_token_ms");
    }

    private double step(Reading reading, ModelShape shape, Footprint footprint) {
        int requests = reading.workload().needs().concurrentRequests().orElse(parameters.concurrentRequests());
        return latencies
                .step(
                        shape,
                        footprint.accelerator(),
                        footprint.perReplica(),
                        requests,
                        reading.workload().needs().promptTokens())
                .expected();
    }
}
