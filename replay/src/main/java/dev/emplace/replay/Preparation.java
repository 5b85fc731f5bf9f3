package dev.emplace.replay;

import dev.emplace.api.pricing.v1.Accelerator;
import dev.emplace.api.pricing.v1.AcceleratorKind;
import dev.emplace.api.pricing.v1.FormFactor;
import dev.emplace.replay.check.OpenbCheck;
import dev.emplace.replay.check.ServingCheck;
import dev.emplace.replay.domain.Listing;
import dev.emplace.replay.domain.Listing.Kind;
import dev.emplace.replay.suite.PlannedReplica;
import dev.emplace.replay.suite.SuiteMarket;
import dev.emplace.replay.trace.AcceleratorKinds;
import dev.emplace.replay.trace.BoundedThroughput;
import dev.emplace.replay.trace.Constraints;
import dev.emplace.replay.trace.RawTrace;
import dev.emplace.replay.trace.Serving;
import dev.emplace.replay.trace.StandIns;
import dev.emplace.replay.trace.StatedModel;
import dev.emplace.replay.trace.TraceReader;
import io.grpc.Channel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a trace and the market that it needs, and lets the seed draw what the trace does not tell. */
final class Preparation {

    private static final long LEAST_CARD_BYTES = 16L << 30;
    private static final String SERVING_ACCELERATOR = "accelerators/nvidia-h100-sxm-80gb";
    private static final double STEP_SECONDS = 0.05;
    private static final int CONCURRENT = 64;
    private static final int CONTEXT = 2048;

    private final Settings settings;
    private final Channel pricing;
    private final Channel classifier;
    private final List<Accelerator> accelerators;

    Preparation(Settings settings, Channel pricing, Channel classifier) {
        this.settings = settings;
        this.pricing = pricing;
        this.classifier = classifier;
        accelerators = SuiteMarket.accelerators(pricing);
    }

    Subject subject(Path file, TraceReader reader, Progress progress) {
        progress.show("reading", 1, 2);
        Subject subject = switch (reader.format()) {
            case OPENB -> pods(file, reader);
            case SERVEGEN -> replicas(file, reader);
        };
        progress.show("reading", 2, 2);
        return subject;
    }

    private Subject pods(Path file, TraceReader reader) {
        Set<String> wanted = new HashSet<>(anyCard());
        List.of(StandIns.values()).forEach(standIns -> standIns.words().values().forEach(wanted::addAll));
        SuiteMarket suite = SuiteMarket.read(pricing, wanted, settings.prices());
        List<Scene> scenes = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (StandIns standIns : List.of(StandIns.MIDDLE, StandIns.SMALL, StandIns.LARGE)) {
            Set<String> any = new HashSet<>(anyCard());
            standIns.words().values().forEach(any::addAll);
            RawTrace raw = reader.pods(new AcceleratorKinds(standIns.words(), any));
            scenes.add(new Scene(
                    standIns.toString(),
                    Case.of(raw.name(), constraints(suite).drawnFor(raw.workloads()), raw.span()),
                    suite.market()));
            notes = raw.notes();
        }
        notes = new ArrayList<>(notes);
        notes.addAll(Assumptions.ofPods(settings, StandIns.MIDDLE));
        return new Subject(
                scenes,
                suite,
                new OpenbCheck(file),
                Map.of("accelerator_words", StandIns.MIDDLE.words()),
                Map.of(),
                notes);
    }

    /** What serves a pod that asks for no kind: any NVIDIA card of 16 GiB or more that computes BF16. */
    private Set<String> anyCard() {
        return accelerators.stream()
                .filter(a -> a.getVendor().equals("nvidia")
                        && a.getKind() == AcceleratorKind.ACCELERATOR_KIND_GPU
                        && a.getFormFactor() != FormFactor.FORM_FACTOR_SOC
                        && a.getMemoryBytes() >= LEAST_CARD_BYTES
                        && a.getBf16Flops() > 0)
                .map(Accelerator::getName)
                .collect(Collectors.toSet());
    }

    private Subject replicas(Path file, TraceReader reader) {
        StatedModel model = file.getFileName().toString().contains("small") ? StatedModel.SMALL : StatedModel.LARGE;
        Accelerator card = accelerators.stream()
                .filter(a -> a.getName().equals(SERVING_ACCELERATOR))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the catalog has no " + SERVING_ACCELERATOR));
        PlannedReplica replica = PlannedReplica.of(classifier, model.name(), card.getName(), CONCURRENT, CONTEXT);
        BoundedThroughput throughput = new BoundedThroughput(
                model,
                replica.gpus(),
                card.getMemoryBytes(),
                card.getMemoryBandwidthBytesPerSecond(),
                card.getBf16Flops(),
                STEP_SECONDS);
        SuiteMarket suite = SuiteMarket.read(pricing, Set.of(card.getName()), settings.prices());
        RawTrace raw = reader.replicas(new Serving(card.getName(), replica.gpus(), throughput));
        Case trace = Case.of(raw.name(), constraints(suite).drawnForDeployments(raw.workloads()), raw.span());
        return new Subject(
                List.of(new Scene(card.getName(), trace, suite.market())),
                suite,
                new ServingCheck(file),
                terms(throughput),
                Map.of(
                        "served",
                        model.name() + " in BF16, " + replica.gpus() + " x " + card.getDisplayName() + " a replica"),
                Assumptions.ofServing(settings, throughput));
    }

    private static Map<String, Object> terms(BoundedThroughput throughput) {
        return Map.of(
                "replica_gpus", throughput.gpus(),
                "model_parameters", throughput.model().parameters(),
                "weight_bytes", throughput.model().weightBytes(),
                "token_bytes", throughput.model().tokenBytes(),
                "memory_bytes", throughput.memoryBytes(),
                "bandwidth", throughput.bandwidth(),
                "flops", throughput.flops(),
                "step_seconds", throughput.stepSeconds());
    }

    private Constraints constraints(SuiteMarket suite) {
        return new Constraints(
                settings.seed(),
                suite.market().listings().stream()
                        .filter(listing -> listing.kind() != Kind.OWN_SITE)
                        .map(Listing::provider)
                        .distinct()
                        .sorted()
                        .toList(),
                demand -> !suite.market().rentable(demand).isEmpty());
    }
}
