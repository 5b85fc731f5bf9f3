package dev.emplace.workload.domain.plan;

/** What a place can fail. */
public enum Constraint {
    JURISDICTION,
    DATA_RESIDENCE,
    OFFLINE,
    LATENCY,
    MEMORY,
    FABRIC,
    SCALE,
    POWER,
    BUDGET,
    PROVIDER,
    ACCELERATOR,
    PREEMPTION,
    COMMITMENT,
    NO_OFFER,
    DEVICE,
    QUOTA,
    DEADLINE
}
