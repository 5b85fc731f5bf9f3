package dev.emplace.pricing.domain.comparison;

import java.math.BigDecimal;

/** A published range, both ends included. */
public record Band(BigDecimal minimum, BigDecimal maximum) {

    /** Where a number lies against a range. */
    public enum Position {
        BELOW,
        WITHIN,
        ABOVE
    }

    public Band {
        if (maximum.compareTo(minimum) < 0) {
            throw new IllegalArgumentException("a band ends at " + maximum + ", below its beginning " + minimum);
        }
    }

    public Position position(BigDecimal value) {
        if (value.compareTo(minimum) < 0) {
            return Position.BELOW;
        }
        return value.compareTo(maximum) > 0 ? Position.ABOVE : Position.WITHIN;
    }

    public boolean contains(BigDecimal value) {
        return position(value) == Position.WITHIN;
    }
}
