package dev.emplace.workload.domain.edge;

/** The eight rules about the edge: four that speak for it and four that speak against it. */
public enum EdgeRule {
    LATENCY_BELOW_NETWORK(true),
    DATA_MAY_NOT_LEAVE(true),
    MUST_WORK_OFFLINE(true),
    MOVING_DATA_COSTS_MORE(true),
    MODEL_DOES_NOT_FIT(false),
    NEEDS_FAST_UPDATES(false),
    CLOUD_ROUND_TRIP_IS_FINE(false),
    CAPITAL_IS_PROHIBITIVE(false);

    private final boolean speaksFor;

    EdgeRule(boolean speaksFor) {
        this.speaksFor = speaksFor;
    }

    public boolean speaksFor() {
        return speaksFor;
    }

    public String id() {
        return "edge." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
