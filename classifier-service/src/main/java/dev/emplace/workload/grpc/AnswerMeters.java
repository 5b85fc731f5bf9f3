package dev.emplace.workload.grpc;

import dev.emplace.workload.domain.classify.Classification;
import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.plan.Constraint;
import dev.emplace.workload.domain.plan.Plan;
import dev.emplace.workload.domain.plan.Rejection;
import dev.emplace.workload.domain.reading.Reading;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
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

    private static final double[] CONFIDENCES = {0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1};

    private final MeterRegistry registry;
    private final Map<WorkloadClass, Counter> classes;
    private final DistributionSummary confidence;

    AnswerMeters(MeterRegistry registry) {
        this.registry = registry;
        this.classes = Arrays.stream(WorkloadClass.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), this::classCounter));
        this.confidence = DistributionSummary.builder("emplace.classifications.confidence")
                .description("How sure the classes of workloads are, from 0 to 1; not of those that have none")
                .serviceLevelObjectives(CONFIDENCES)
                .register(registry);
    }

    /** Reads a workload, and counts its class. */
    Reading classified(Reading reading) {
        Classification classification = reading.classification();
        Objects.requireNonNull(classes.get(classification.workloadClass())).increment();
        if (classification.workloadClass() != WorkloadClass.UNDETERMINED) {
            confidence.record(classification.confidence());
        }
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
        plan.rejections().stream()
                .map(Rejection::constraint)
                .distinct()
                .forEach(constraint -> rejection(constraint, plan.outcome()).increment());
        return plan;
    }

    private Counter rejection(Constraint constraint, Plan.Outcome outcome) {
        return Counter.builder("emplace.plans.rejections")
                .description("Plans in which places failed a constraint, once for each constraint")
                .tag("constraint", constraint.name())
                .tag("outcome", outcome.name())
                .register(registry);
    }

    private Counter classCounter(WorkloadClass workloadClass) {
        return Counter.builder("emplace.classifications")
                .description("Workloads that were classified, plans included, by class")
                .tag("class", workloadClass.name())
                .register(registry);
    }
}
