package dev.emplace.workload.grpc;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.emplace.api.workload.v1.PolicyRuling;
import dev.emplace.workload.clients.Decimals;
import dev.emplace.workload.domain.plan.Placement;
import dev.emplace.workload.domain.plan.Plan;
import java.util.List;

/** What a policy makes of a workload, in brief, and where two of them differ. */
final class PolicyRulings {
    /** It says what a plan was made from, not what it says. */
    private static final int CATALOG_REVISION = PolicyRuling.CATALOG_REVISION_FIELD_NUMBER;

    private PolicyRulings() {}

    static PolicyRuling of(Plan plan) {
        PolicyRuling.Builder ruling = PolicyRuling.newBuilder()
                .setWorkloadClass(ClassificationMessages.of(
                        plan.reading().classification().workloadClass()))
                .setConfidence(plan.reading().classification().confidence())
                .setOutcome(PlanMessages.outcome(plan.outcome()))
                .setPlacementCount(plan.placements().size())
                .setSummary(plan.summary())
                .setCatalogRevision(plan.catalogRevision());
        plan.placements().stream().findFirst().ifPresent(best -> tell(best, ruling));
        return ruling.build();
    }

    private static void tell(Placement best, PolicyRuling.Builder ruling) {
        ruling.setOffer(best.quote().offer())
                .setTotalPrice(Decimals.usd(best.cost().totalUsd()))
                .setInHabitat(best.inHabitat());
    }

    static List<String> differing(PolicyRuling before, PolicyRuling after) {
        return PolicyRuling.getDescriptor().getFields().stream()
                .filter(field -> field.getNumber() != CATALOG_REVISION)
                .filter(field -> !before.getField(field).equals(after.getField(field)))
                .map(FieldDescriptor::getName)
                .toList();
    }
}
