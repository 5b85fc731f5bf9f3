package dev.emplace.power.domain.topology;

import java.math.BigDecimal;

/**
 * The code that a usual derate is taken from.
 *
 * <p>NEC 210.20(A) and 215.3 size a standard overcurrent device at 125% of the continuous load: 80% of its
 * rating. Devices listed for 100% and IEC 60364 practice carry their rating.
 */
public enum ElectricalCode {
    NEC("0.8"),
    NEC_FULL_RATED("1"),
    IEC("1");

    private final BigDecimal breakerDerate;

    ElectricalCode(String breakerDerate) {
        this.breakerDerate = new BigDecimal(breakerDerate);
    }

    /** The usual derate of a node of that kind: only what stands behind a breaker of its own rating has one. */
    public BigDecimal derateOf(NodeKind kind) {
        return switch (kind) {
            case SWITCHGEAR, PDU, BUSWAY -> breakerDerate;
            case UTILITY_FEED, GENERATOR, TRANSFORMER, UPS -> BigDecimal.ONE;
        };
    }
}
