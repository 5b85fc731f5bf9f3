package dev.emplace.workload.grpc;

import dev.emplace.api.workload.v1.CurrentPlacement;
import dev.emplace.api.workload.v1.Objective;
import dev.emplace.api.workload.v1.ObjectiveWeights;
import dev.emplace.api.workload.v1.PlacementConstraints;
import dev.emplace.api.workload.v1.PlanPlacementRequest;
import dev.emplace.api.workload.v1.Quota;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.workload.domain.plan.Constraints;
import dev.emplace.workload.domain.plan.PlanRequest;
import dev.emplace.workload.domain.plan.Today;
import dev.emplace.workload.domain.plan.Weights;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads how to plan. */
final class RequestMessages {
    private static final int USUAL_PLACEMENTS = 10;

    private RequestMessages() {}

    /** @param now when work begins of which nobody says when */
    static PlanRequest read(PlanPlacementRequest request, Instant now) {
        Map<String, Long> revisions = new HashMap<>();
        request.getMinSiteRevisionsList()
                .forEach(site -> revisions.merge(site.getSite(), site.getRevision(), Math::max));
        int most = request.getMaximumPlacements();
        return new PlanRequest(
                constraints(request.getConstraints()),
                objective(request.getObjective()),
                weights(request),
                request.hasCurrent() ? Optional.of(today(request)) : Optional.empty(),
                ScheduleMessages.schedule(request, now),
                request.hasInterruptions()
                        ? Optional.of(ScheduleMessages.interruptions(request.getInterruptions()))
                        : Optional.empty(),
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
                constraints.hasMaximumMonthlyPrice()
                        ? Optional.of(WorkloadMessages.usd(
                                "constraints.maximum_monthly_price", constraints.getMaximumMonthlyPrice()))
                        : Optional.empty(),
                constraints.hasAllowCommitments() ? Optional.of(constraints.getAllowCommitments()) : Optional.empty(),
                constraints.hasMaximumCommitment()
                        ? Optional.of(Duration.ofSeconds(
                                constraints.getMaximumCommitment().getSeconds()))
                        : Optional.empty(),
                constraints.getQuotasList().stream().map(RequestMessages::quota).toList());
    }

    private static dev.emplace.workload.domain.plan.Quota quota(Quota quota) {
        return new dev.emplace.workload.domain.plan.Quota(
                quota.getProvider(), quota.getRegion(), quota.getAccelerator(), quota.getMaximumAccelerators());
    }

    private static Weights weights(PlanPlacementRequest request) {
        boolean weighted = request.getObjective() == Objective.OBJECTIVE_WEIGHTED;
        if (weighted != request.hasWeights()) {
            throw new InvalidFieldException(
                    "weights",
                    weighted
                            ? "are missing: OBJECTIVE_WEIGHTED ranks by them"
                            : "go with OBJECTIVE_WEIGHTED alone, and the objective is " + request.getObjective());
        }
        ObjectiveWeights weights = request.getWeights();
        return weighted ? new Weights(weights.getCost(), weights.getLatency(), weights.getCarbon()) : Weights.COST;
    }

    private static Today today(PlanPlacementRequest request) {
        CurrentPlacement current = request.getCurrent();
        return new Today(
                current.getOffer(),
                WorkloadMessages.usd("current.hourly_price", current.getHourlyPrice()),
                WorkloadMessages.usd("current.owed_price", current.getOwedPrice()),
                BigDecimal.valueOf(current.getMovedBytes()).movePointLeft(9),
                current.hasEgressUnitPrice()
                        ? Optional.of(WorkloadMessages.usd("current.egress_unit_price", current.getEgressUnitPrice()))
                        : Optional.empty());
    }

    private static dev.emplace.workload.domain.plan.Objective objective(Objective objective) {
        return switch (objective) {
            case OBJECTIVE_LATENCY -> dev.emplace.workload.domain.plan.Objective.LATENCY;
            case OBJECTIVE_CARBON -> dev.emplace.workload.domain.plan.Objective.CARBON;
            case OBJECTIVE_WEIGHTED -> dev.emplace.workload.domain.plan.Objective.WEIGHTED;
            case OBJECTIVE_COST, OBJECTIVE_UNSPECIFIED, UNRECOGNIZED -> dev.emplace.workload.domain.plan.Objective.COST;
        };
    }
}
