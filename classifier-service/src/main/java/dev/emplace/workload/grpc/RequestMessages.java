package dev.emplace.workload.grpc;

import dev.emplace.api.workload.v1.Objective;
import dev.emplace.api.workload.v1.PlacementConstraints;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.workload.domain.plan.Constraints;
import dev.emplace.workload.domain.plan.PlanRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads how to plan. */
final class RequestMessages {
    private static final int USUAL_PLACEMENTS = 10;

    private RequestMessages() {}

    static PlanRequest read(PlanPlacementRequest request) {
        Map<String, Long> revisions = new HashMap<>();
        request.getMinSiteRevisionsList()
                .forEach(site -> revisions.merge(site.getSite(), site.getRevision(), Math::max));
        int most = request.getMaximumPlacements();
        return new PlanRequest(
                constraints(request.getConstraints()),
                objective(request.getObjective()),
                most == 0 ? USUAL_PLACEMENTS : most,
                request.getMinCatalogRevision(),
                revisions);
    }

    private static Constraints constraints(PlacementConstraints constraints) {
        return new Constraints(
                constraints.getAllowedProvidersList(),
                constraints.getDeniedProvidersList(),
                constraints.getAcceleratorsList(),
                constraints.hasMaximumHourlyPrice()
                        ? Optional.of(WorkloadMessages.usd(
                                "constraints.maximum_hourly_price", constraints.getMaximumHourlyPrice()))
                        : Optional.empty(),
                constraints.hasAllowCommitments() ? Optional.of(constraints.getAllowCommitments()) : Optional.empty());
    }

    private static dev.emplace.workload.domain.plan.Objective objective(Objective objective) {
        return switch (objective) {
            case OBJECTIVE_LATENCY -> dev.emplace.workload.domain.plan.Objective.LATENCY;
            case OBJECTIVE_CARBON -> dev.emplace.workload.domain.plan.Objective.CARBON;
            case OBJECTIVE_COST, OBJECTIVE_UNSPECIFIED, UNRECOGNIZED -> dev.emplace.workload.domain.plan.Objective.COST;
        };
    }
}
