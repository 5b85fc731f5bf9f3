package dev.emplace.workload.domain.plan;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How to plan.
 *
 * @param weights what each measure counts, where the objective is WEIGHTED
 * @param today where the workload runs now, if it is to be compared
 * @param schedule when it is to begin, and by when to be done; empty where nobody cares
 * @param interruptions those of spot machines; empty where nobody states them
 * @param maximumPlacements most placements to answer
 * @param minCatalogRevision least revision of the catalog to plan from; 0 takes any
 * @param minSiteRevisions least revisions of single sites to plan from
 */
public record PlanRequest(
        Constraints constraints,
        Objective objective,
        Weights weights,
        Optional<Today> today,
        Optional<Schedule> schedule,
        Optional<Interruptions> interruptions,
        int maximumPlacements,
        long minCatalogRevision,
        Map<String, Long> minSiteRevisions) {
    public PlanRequest {
        minSiteRevisions = Map.copyOf(minSiteRevisions);
    }

    Optional<Instant> deadline() {
        return schedule.flatMap(Schedule::deadline);
    }

    public static PlanRequest byCost() {
        return new PlanRequest(
                Constraints.NONE,
                Objective.COST,
                Weights.COST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                10,
                0,
                Map.of());
    }
}
