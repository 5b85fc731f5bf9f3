package dev.emplace.workload.grpc;

import dev.emplace.api.workload.v1.Classification;
import dev.emplace.api.workload.v1.DerivedFact;
import dev.emplace.api.workload.v1.EdgeRuleOutcome;
import dev.emplace.api.workload.v1.EdgeRuleVerdict;
import dev.emplace.api.workload.v1.Evidence;
import dev.emplace.api.workload.v1.Habitat;
import dev.emplace.api.workload.v1.ManifestObject;
import dev.emplace.api.workload.v1.WorkloadClass;
import dev.emplace.workload.domain.edge.EdgeVerdict;
import dev.emplace.workload.domain.policy.ClassRow;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.reading.ReadFact;
import dev.emplace.workload.domain.reading.Reading;
import java.util.List;
import java.util.stream.Stream;

/** Tells a reading as the contract's classification. */
final class ClassificationMessages {
    private ClassificationMessages() {}

    static Classification of(Reading reading, Policy policy) {
        var said = reading.classification();
        ClassRow row = policy.row(said.workloadClass());
        Classification.Builder message = Classification.newBuilder()
                .setWorkloadClass(of(said.workloadClass()))
                .setConfidence(said.confidence())
                .setQuestion(said.question())
                .setReason(row.why())
                .setDerived(DerivedMessages.of(reading.workload()));
        if (said.runnerUpConfidence() > 0) {
            message.setRunnerUp(of(said.runnerUp())).setRunnerUpConfidence(said.runnerUpConfidence());
        }
        said.evidence().forEach(evidence -> message.addEvidence(of(evidence, policy)));
        row.habitats().forEach(habitat -> message.addAllHabitats(of(habitat)));
        reading.edge().forEach(verdict -> message.addEdgeRules(of(verdict)));
        reading.facts().forEach(fact -> message.addDerivedFacts(of(fact)));
        return message.build();
    }

    static WorkloadClass of(dev.emplace.workload.domain.classify.WorkloadClass workloadClass) {
        return switch (workloadClass) {
            case LARGE_MODEL_TRAINING -> WorkloadClass.WORKLOAD_CLASS_LARGE_MODEL_TRAINING;
            case RECURRING_TRAINING -> WorkloadClass.WORKLOAD_CLASS_RECURRING_TRAINING;
            case SUSTAINED_INFERENCE -> WorkloadClass.WORKLOAD_CLASS_SUSTAINED_INFERENCE;
            case LOW_LATENCY_INFERENCE -> WorkloadClass.WORKLOAD_CLASS_LOW_LATENCY_INFERENCE;
            case FINE_TUNING -> WorkloadClass.WORKLOAD_CLASS_FINE_TUNING;
            case EXPERIMENTATION -> WorkloadClass.WORKLOAD_CLASS_EXPERIMENTATION;
            case DEVELOPMENT -> WorkloadClass.WORKLOAD_CLASS_DEVELOPMENT;
            case BATCH_INFERENCE -> WorkloadClass.WORKLOAD_CLASS_BATCH_INFERENCE;
            case EDGE_INFERENCE -> WorkloadClass.WORKLOAD_CLASS_EDGE_INFERENCE;
            case NOT_AI -> WorkloadClass.WORKLOAD_CLASS_NOT_AI;
            case UNDETERMINED -> WorkloadClass.WORKLOAD_CLASS_UNDETERMINED;
        };
    }

    private static DerivedFact of(ReadFact fact) {
        return DerivedFact.newBuilder()
                .setField(fact.field())
                .setValue(fact.value())
                .setPath("document " + (fact.document() + 1) + ", " + fact.path())
                .setLine(fact.line())
                .build();
    }

    private static Evidence of(dev.emplace.workload.domain.classify.Evidence evidence, Policy policy) {
        String place = evidence.line() == 0
                ? evidence.path()
                : "document " + (evidence.document() + 1) + ", " + evidence.path();
        return Evidence.newBuilder()
                .setPath(place)
                .setLine(evidence.line())
                .setObserved(evidence.read())
                .setRule(evidence.rule())
                .setWorkloadClass(of(policy.classOf(evidence.sign())))
                .setWeight(evidence.weight())
                .setExplanation(evidence.means())
                .build();
    }

    /** A family without a way to buy stands for every way that the contract knows there. */
    static List<Habitat> of(dev.emplace.workload.domain.policy.Habitat habitat) {
        return switch (habitat.family()) {
            case HYPERSCALER -> hyperscaler(habitat).toList();
            case GPU_CLOUD -> List.of(Habitat.HABITAT_GPU_CLOUD);
            case COLOCATION -> List.of(Habitat.HABITAT_COLOCATION);
            case ON_PREMISES -> List.of(Habitat.HABITAT_ON_PREMISES);
            case EDGE -> List.of(Habitat.HABITAT_REGIONAL_EDGE);
            case DEVICE -> List.of(Habitat.HABITAT_DEVICE);
        };
    }

    private static Stream<Habitat> hyperscaler(dev.emplace.workload.domain.policy.Habitat habitat) {
        return switch (habitat.purchase()) {
            case SPOT -> Stream.of(Habitat.HABITAT_HYPERSCALER_SPOT);
            case RESERVED, BLOCK -> Stream.of(Habitat.HABITAT_HYPERSCALER_RESERVED);
            case ON_DEMAND, OWNED -> Stream.of(Habitat.HABITAT_HYPERSCALER_ON_DEMAND);
            case ANY -> Stream.of(Habitat.HABITAT_HYPERSCALER_SPOT, Habitat.HABITAT_HYPERSCALER_ON_DEMAND);
        };
    }

    private static EdgeRuleVerdict of(EdgeVerdict verdict) {
        return EdgeRuleVerdict.newBuilder()
                .setRule(verdict.rule().id())
                .setOutcome(
                        switch (verdict.outcome()) {
                            case FOR_EDGE -> EdgeRuleOutcome.EDGE_RULE_OUTCOME_FOR_EDGE;
                            case AGAINST_EDGE -> EdgeRuleOutcome.EDGE_RULE_OUTCOME_AGAINST_EDGE;
                            case SILENT -> EdgeRuleOutcome.EDGE_RULE_OUTCOME_SILENT;
                            case UNKNOWN -> EdgeRuleOutcome.EDGE_RULE_OUTCOME_UNKNOWN;
                        })
                .setNumber(verdict.number())
                .setThreshold(verdict.threshold())
                .setExplanation(verdict.explanation())
                .build();
    }

    static ManifestObject of(dev.emplace.workload.domain.reading.ManifestObject object) {
        return ManifestObject.newBuilder()
                .setDocument(object.document())
                .setLine(object.line())
                .setApiVersion(object.apiVersion())
                .setKind(object.kind())
                .setDisplayName(object.displayName())
                .setPrincipal(object.principal())
                .build();
    }
}
