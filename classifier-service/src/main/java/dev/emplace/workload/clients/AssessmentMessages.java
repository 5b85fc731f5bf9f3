package dev.emplace.workload.clients;

import dev.emplace.api.power.v1.AssessCapacityRequest;
import dev.emplace.api.power.v1.AssessCapacityResponse;
import dev.emplace.api.power.v1.Assessment;
import dev.emplace.api.power.v1.AssessmentItem;
import dev.emplace.api.power.v1.Binding;
import dev.emplace.api.power.v1.Demand;
import dev.emplace.api.power.v1.LimitKind;
import dev.emplace.api.power.v1.LoadClass;
import dev.emplace.api.power.v1.PowerWorkload;
import dev.emplace.api.power.v1.SiteRevision;
import dev.emplace.api.power.v1.SiteSummary;
import dev.emplace.workload.domain.classify.WorkloadClass;
import dev.emplace.workload.domain.plan.Capacity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Translates between the power contract and the planner's port. */
final class AssessmentMessages {
    private AssessmentMessages() {}

    static AssessCapacityRequest request(List<Capacity.Demand> demands, Map<String, Long> minRevisions) {
        AssessCapacityRequest.Builder request = AssessCapacityRequest.newBuilder();
        demands.forEach(demand -> request.addItems(
                AssessmentItem.newBuilder().setItemId(demand.accelerator()).setDemand(demand(demand))));
        minRevisions.forEach((site, revision) ->
                request.addMinRevisions(SiteRevision.newBuilder().setSite(site).setRevision(revision)));
        return request.build();
    }

    static Demand demand(Capacity.Demand demand) {
        return Demand.newBuilder()
                .setWorkload(PowerWorkload.newBuilder()
                        .setAccelerator(demand.accelerator())
                        .setAcceleratorCount(demand.count())
                        .setLoad(load(demand.workloadClass()))
                        .setBatchSize(demand.batchSize()))
                .build();
    }

    private static LoadClass load(WorkloadClass workloadClass) {
        return switch (workloadClass) {
            case LARGE_MODEL_TRAINING, RECURRING_TRAINING, FINE_TUNING, EXPERIMENTATION, DEVELOPMENT ->
                LoadClass.LOAD_CLASS_TRAINING;
            case SUSTAINED_INFERENCE, LOW_LATENCY_INFERENCE, BATCH_INFERENCE, NOT_AI, UNDETERMINED ->
                LoadClass.LOAD_CLASS_LLM_CHAT;
            case EDGE_INFERENCE -> LoadClass.LOAD_CLASS_VISION;
        };
    }

    static Capacity.Answer answer(AssessCapacityResponse response) {
        return new Capacity.Answer(
                response.getAssessmentsList().stream()
                        .map(AssessmentMessages::assessment)
                        .toList(),
                response.getSitesList().stream().map(AssessmentMessages::site).toList());
    }

    private static Capacity.Assessment assessment(Assessment assessment) {
        return new Capacity.Assessment(
                assessment.getSite(),
                assessment.getItemId(),
                assessment.getFits(),
                binding(assessment.getBinding()),
                !assessment.getFits() && assessment.getBinding().getLimitKind() == LimitKind.LIMIT_KIND_MACHINES,
                assessment.getBinding().getShortfallWatts(),
                assessment.getHeadroomWatts(),
                assessment.getFittingAcceleratorCount(),
                assessment.getDraw().getP50Watts(),
                Decimals.of(assessment.getPue(), BigDecimal.ONE),
                new ProtoOriginal(assessment));
    }

    private static String binding(Binding binding) {
        String limit = binding.getLimitKind().name().replace("LIMIT_KIND_", "").replace('_', ' ');
        String scenario = binding.getScenario().isEmpty() ? "" : " under " + binding.getScenario();
        return limit.toLowerCase(Locale.ROOT) + " of " + binding.getNode() + scenario;
    }

    private static Capacity.Site site(SiteSummary site) {
        return new Capacity.Site(
                site.getSite(),
                Decimals.of(site.hasLocation(), site.getLocation()),
                Decimals.of(site.getEnergyUnitPrice()),
                site.getGridGco2EPerKwh(),
                site.getRevision());
    }
}
