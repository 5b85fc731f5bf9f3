package dev.emplace.workload.domain.plan;

import java.util.Map;

/**
 * How to plan.
 *
 * @param maximumPlacements most placements to answer
 * @param minCatalogRevision least revision of the catalog to plan from; 0 takes any
 * @param minSiteRevisions least revisions of single sites to plan from
 */
public record PlanRequest(
        Constraints constraints,
        Objective objective,
        int maximumPlacements,
        long minCatalogRevision,
        Map<String, Long> minSiteRevisions) {
    public PlanRequest {
        minSiteRevisions = Map.copyOf(minSiteRevisions);
    }

    public static PlanRequest byCost() {
        return new PlanRequest(Constraints.NONE, Objective.COST, 10, 0, Map.of());
    }
}
