package dev.emplace.power.domain.topology;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much real power a node may carry.
 *
 * @param ratedWatts before the derate
 * @param derate the share of it that may be loaded without end, above 0 and at most 1
 * @param side the side of the node that the rating speaks of
 */
public record Rating(long ratedWatts, BigDecimal derate, Side side) {
    /** The side of a node that its rating speaks of; they differ by the node's losses. */
    public enum Side {
        INPUT,
        OUTPUT
    }

    public Rating {
        if (ratedWatts <= 0 || derate.signum() <= 0 || derate.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a rating needs watts above 0 and a derate in (0, 1]");
        }
    }

    /** Watts that the node carries without end. */
    public long continuousWatts() {
        return derate.multiply(BigDecimal.valueOf(ratedWatts))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
