package dev.emplace.workload.domain.reading;

import dev.emplace.workload.domain.footprint.ModelTable;
import dev.emplace.workload.domain.signal.Signals;
import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.AskedAccelerators;
import dev.emplace.workload.domain.workload.ModelFacts;
import dev.emplace.workload.domain.workload.ServiceNeeds;
import dev.emplace.workload.domain.workload.Surroundings;
import dev.emplace.workload.domain.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a plan needs of a manifest, and where each of it was read.
 *
 * @param read in the order of the contract's fields
 */
record ManifestFacts(Workload workload, List<ReadFact> read) {
    ManifestFacts {
        read = List.copyOf(read);
    }

    static ManifestFacts of(Signals signals, ModelTable models, String displayName) {
        return new Assembly(signals, models).facts(displayName);
    }

    private static final class Assembly {
        private final Signals signals;
        private final OptionFacts options;
        private final ScaleFacts scale;
        private final Optional<Found<String>> model;
        private final List<ReadFact> read = new ArrayList<>();

        Assembly(Signals signals, ModelTable models) {
            this.signals = signals;
            this.options = OptionFacts.of(signals);
            this.scale = new ScaleFacts(signals.demands());
            this.model = ModelMention.in(signals, models);
        }

        ManifestFacts facts(String displayName) {
            ModelFacts named = model();
            AskedAccelerators asked = asked();
            ServiceNeeds needs = needs();
            Optional<Found<String>> schedule =
                    signals.schedules().stream().findFirst().map(fact -> Found.at(fact, fact.text()));
            Workload workload = new Workload(
                    displayName,
                    Activity.UNKNOWN,
                    tell("recurring", schedule, Function.identity()).map(expression -> true),
                    Optional.empty(),
                    tell("restartable", options.preemptible, may -> "true: it takes preemptible capacity"),
                    named,
                    asked,
                    needs,
                    Surroundings.UNKNOWN);
            return new ManifestFacts(workload, read);
        }

        private ModelFacts model() {
            ModelFacts named = ModelFacts.named(
                    tell("model.name", model, Function.identity()).orElse(""));
            Optional<Found<Integer>> width =
                    options.bits.or(() -> model.flatMap(name -> OptionFacts.precision(name.value())
                            .map(bits -> new Found<>(bits, name.document(), name.location(), name.line()))));
            return tell("model.weight_bits", width, bits -> bits + " bits")
                    .map(named::withWeightBits)
                    .orElse(named);
        }

        private AskedAccelerators asked() {
            return new AskedAccelerators(
                    tell("accelerators.accelerator", scale.named().or(() -> options.accelerator), Function.identity())
                            .orElse(""),
                    tell("accelerators.vendor", scale.vendor(), Function.identity())
                            .orElse(""),
                    tell("accelerators.accelerators_per_replica", scale.each(), each -> scale.eachShown()),
                    tell("accelerators.node_count", scale.nodes(options.chips), String::valueOf));
        }

        private ServiceNeeds needs() {
            ServiceNeeds unknown = ServiceNeeds.UNKNOWN;
            return new ServiceNeeds(
                    tell("replica_count", scale.replicas(), scale::replicasShown),
                    tell(
                            "latency_objective",
                            options.objective,
                            time -> time.toNanos() / 1e6 + " ms" + (options.toFirstToken ? " to the first token" : "")),
                    unknown.computeLatency(),
                    tell("concurrent_requests", options.concurrency, String::valueOf),
                    tell("context_tokens", options.context, tokens -> tokens + " tokens"),
                    unknown.utilizationPercent(),
                    unknown.duration(),
                    unknown.promptTokens(),
                    unknown.monthlyRunHours());
        }

        private <T> Optional<T> tell(String field, Optional<Found<T>> found, Function<T, String> shown) {
            found.ifPresent(f -> read.add(f.fills(field, shown.apply(f.value()))));
            return found.map(Found::value);
        }
    }
}
