package dev.emplace.power.domain.topology;

/** What a power node is. */
public enum NodeKind {
    UTILITY_FEED,
    GENERATOR,
    TRANSFORMER,
    SWITCHGEAR,
    UPS,
    PDU,
    BUSWAY;

    /** Whether power begins here: only such a node may be without feeds. */
    public boolean isSource() {
        return this == UTILITY_FEED || this == GENERATOR;
    }
}
