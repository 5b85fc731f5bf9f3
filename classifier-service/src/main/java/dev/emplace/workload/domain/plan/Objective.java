package dev.emplace.workload.domain.plan;

/** What placements are ranked by. */
public enum Objective {
    COST,
    LATENCY,
    CARBON,
    /** By a weighted sum of the three. */
    WEIGHTED
}
