package dev.emplace.workload.grpc;

import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.plan.Plan;
import dev.emplace.workload.domain.reading.Reading;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what callers were told. */
@Singleton
final class AnswerMeters {

    private final MeterRegistry registry;
    private final Map<WorkloadClass, Counter> classes;

    AnswerMeters(MeterRegistry registry) {
        this.registry = registry;
        this.classes = Arrays.stream(WorkloadClass.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), this::classCounter));
    }

    /** Reads a workload, and counts its class. */
    Reading classified(Reading reading) {
        Objects.requireNonNull(classes.get(reading.classification().workloadClass()))
                .increment();
        return reading;
    }

    Plan planned(Plan plan) {
        Counter.builder("emplace.plans")
                .description("Plans, by what came of them; degraded where a service was away")
                .tag("outcome", plan.outcome().name())
                .tag("class", plan.reading().classification().workloadClass().name())
                .tag("degraded", Boolean.toString(!plan.degradations().isEmpty()))
                .register(registry)
                .increment();
        return plan;
    }

    private Counter classCounter(WorkloadClass workloadClass) {
        return Counter.builder("emplace.classifications")
                .description("Workloads that were classified, plans included, by class")
                .tag("class", workloadClass.name())
                .register(registry);
    }
}
