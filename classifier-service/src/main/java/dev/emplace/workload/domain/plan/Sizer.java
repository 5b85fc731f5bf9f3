package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.footprint.FootprintParameters;
import dev.emplace.workload.domain.footprint.Footprints;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.footprint.ModelTable;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.workload.AskedAccelerators;
import dev.emplace.workload.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out how many of each kind of accelerator a workload needs. */
final class Sizer {
    private final ModelTable models;
    private final Footprints footprints;
    private final FootprintParameters parameters;

    Sizer(Policy policy) {
        this.models = new ModelTable(policy.models());
        this.parameters = policy.footprint();
        this.footprints = new Footprints(parameters);
    }

    Sizing size(Reading reading, List<AcceleratorFacts> catalog, Constraints constraints) {
        AllowedKinds allowed = AllowedKinds.of(
                catalog, constraints, reading.workload().accelerators().vendor());
        List<Rejection> rejections = new ArrayList<>(allowed.rejections());
        Optional<ModelShape> shape = ModelShape.of(reading.workload().model(), models);
        Sizing sized = shape.isPresent()
                ? byMemory(reading, shape.get(), allowed.kinds())
                : asAsked(reading, allowed.kinds(), catalog);
        rejections.addAll(sized.rejections());
        return new Sizing(sized.footprints(), rejections, sized.missing(), sized.assumptions());
    }

    private Sizing byMemory(Reading reading, ModelShape shape, List<AcceleratorFacts> allowed) {
        WorkloadClass workloadClass = reading.classification().workloadClass();
        List<Assumed> assumed = new ArrayList<>(shape.assumptions());
        List<Footprint> fitting = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        boolean trains = workloadClass.trains();
        boolean adapter = reading.adapter();
        if (trains) {
            assumeTraining(workloadClass, adapter, assumed);
        } else {
            assumeServing(reading.workload(), shape, assumed);
        }
        for (AcceleratorFacts kind : allowed) {
            Footprint footprint = trains
                    ? footprints.training(shape, kind, adapter, askedInAll(reading.workload()))
                    : serving(reading.workload(), shape, kind);
            if (footprint.fits()) {
                fitting.add(footprint);
            } else {
                rejections.add(tooLarge(reading, footprint, shape, trains));
            }
        }
        return new Sizing(fitting, rejections, List.of(), assumed);
    }

    private Footprint serving(Workload workload, ModelShape shape, AcceleratorFacts kind) {
        boolean asked = !workload.accelerators().kind().isEmpty()
                && kind.isCalled(workload.accelerators().kind());
        return footprints.serving(
                shape,
                kind,
                new Footprints.Load(
                        workload.needs().contextTokens().orElse(parameters.contextTokens()),
                        workload.needs().concurrentRequests().orElse(parameters.concurrentRequests()),
                        Math.max(1, workload.needs().replicas().orElse(1)),
                        asked ? workload.accelerators().perReplica().orElse(0) : 0));
    }

    private void assumeServing(Workload workload, ModelShape shape, List<Assumed> assumed) {
        if (shape.generates() && workload.needs().contextTokens().isEmpty()) {
            assumed.add(new Assumed(
                    "context_tokens", parameters.contextTokens() + " tokens", "nobody states the longest context"));
        }
        if (shape.generates() && workload.needs().concurrentRequests().isEmpty()) {
            assumed.add(new Assumed(
                    "concurrent_requests",
                    parameters.concurrentRequests() + " requests in a replica",
                    "nobody states the load"));
        }
        if (workload.needs().replicas().isEmpty()) {
            assumed.add(new Assumed("replica_count", "1 replica", "nobody states the replicas"));
        }
    }

    private void assumeTraining(WorkloadClass workloadClass, boolean adapter, List<Assumed> assumed) {
        if (workloadClass == WorkloadClass.FINE_TUNING) {
            assumed.add(new Assumed(
                    "activity",
                    adapter ? "an adapter of 1% of the parameters" : "all parameters are trained",
                    adapter ? "LoRA is named" : "no adapter is named"));
        }
        assumed.add(new Assumed(
                "model.hidden_size",
                parameters.trainingBatch() + " sequence of " + parameters.trainingSequence()
                        + " tokens on each accelerator, activations recomputed",
                "nobody states the batch"));
    }

    /** Accelerators of the whole job today; 0 is unknown. */
    private static int askedInAll(Workload workload) {
        AskedAccelerators asked = workload.accelerators();
        int each = asked.perReplica().orElse(0);
        int times = asked.nodes().orElseGet(() -> workload.needs().replicas().orElse(1));
        return (int) Math.min((long) each * Math.max(1, times), Integer.MAX_VALUE);
    }

    private Sizing asAsked(Reading reading, List<AcceleratorFacts> allowed, List<AcceleratorFacts> catalog) {
        Workload workload = reading.workload();
        WorkloadClass workloadClass = reading.classification().workloadClass();
        boolean light = workloadClass == WorkloadClass.DEVELOPMENT || workloadClass == WorkloadClass.EXPERIMENTATION;
        int count = Math.max(light ? 1 : 0, askedInAll(workload));
        String kind = workload.accelerators().kind();
        List<AcceleratorFacts> called =
                allowed.stream().filter(a -> a.isCalled(kind)).toList();
        if (light && called.isEmpty()) {
            return sized(
                    allowed.stream().filter(a -> !a.device()).toList(),
                    count,
                    new Assumed(
                            "accelerators.accelerator",
                            count + " of any kind",
                            "work of this class is not bound to a kind, and none is stated"));
        }
        if (count == 0 || called.isEmpty()) {
            return new Sizing(List.of(), List.of(), missing(workload, count, catalog), List.of());
        }
        return sized(
                called,
                count,
                new Assumed(
                        "model.parameter_count",
                        count + " x " + kind,
                        "the model is unknown, so it is sized as asked"));
    }

    private Sizing sized(List<AcceleratorFacts> kinds, int count, Assumed assumed) {
        return new Sizing(
                kinds.stream().map(kind -> footprints.asked(kind, count, 1)).toList(),
                List.of(),
                List.of(),
                List.of(assumed));
    }

    private static List<MissingFact> missing(Workload workload, int count, List<AcceleratorFacts> catalog) {
        String kind = workload.accelerators().kind();
        boolean named = !workload.model().name().isEmpty();
        if (count > 0 && !kind.isEmpty() && catalog.stream().noneMatch(a -> a.isCalled(kind))) {
            return List.of(new MissingFact(
                    "accelerators.accelerator",
                    "Which accelerator is \"" + kind + "\"?",
                    "the catalog knows none by that name, and without the model's size no other can be chosen"));
        }
        return List.of(
                new MissingFact(
                        "model.parameter_count",
                        named
                                ? "How many parameters has " + workload.model().name() + "?"
                                : "Which model does it run, or how large is it?",
                        count > 0
                                ? "it asks for " + count
                                        + " accelerators without their kind; the size of the model, or "
                                        + "accelerators.accelerator, decides which will do"
                                : "without the size of the model, or the number and kind of accelerators, nothing can be sized"));
    }

    private Rejection tooLarge(Reading reading, Footprint footprint, ModelShape shape, boolean trains) {
        AcceleratorFacts kind = footprint.accelerator();
        double share = trains ? parameters.trainingUsable() : parameters.usable();
        return new Rejection(
                (kind.device() ? "device: " : "accelerator: ") + kind.displayName(),
                Constraint.MEMORY,
                Show.gigabytes((double) footprint.memory().expected()),
                Show.gigabytes(share * (double) kind.memoryBytes() * footprint.perReplica()),
                trains ? smallerModel(footprint) : lighter(reading.workload(), footprint, shape),
                (trains ? "training " : "serving ") + "does not fit the usable memory of " + footprint.perReplica()
                        + " x " + kind.displayName(),
                0,
                Optional.empty());
    }

    /** Fewer bits of a weight, or else a smaller model: each is tried, so that what is said to fit does. */
    private String lighter(Workload workload, Footprint footprint, ModelShape shape) {
        for (int bits : new int[] {8, 4}) {
            boolean fewer = bits < shape.weightBits();
            if (fewer
                    && serving(workload, shape.inBits(bits), footprint.accelerator())
                            .fits()) {
                return "fits with weights of " + bits + " bits";
            }
        }
        return smallerModel(footprint);
    }

    private static String smallerModel(Footprint footprint) {
        return footprint.mostParameters() == 0
                ? "fits with a shorter context or fewer requests at a time"
                : "fits a model of " + Show.floor((double) footprint.mostParameters() / 1e9, 2) + " billion parameters";
    }
}
