package dev.emplace.pricing.domain.comparison;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The utilizations from one to another, both included. */
public record UtilizationRange(BigDecimal minimum, BigDecimal maximum) {

    /** The least utilization that is looked at; at none nothing can be compared. */
    public static final BigDecimal LEAST = new BigDecimal("0.0001");

    private static final int DIGITS = 6;
    private static final int MOST_STEPS = 60;
    private static final BigDecimal NARROW = BigDecimal.ONE.movePointLeft(DIGITS + 3);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /**
     * Where a function of the utilization that changes its sign at most once is zero or more.
     *
     * @param gain linear in the utilization for most costs, which one step then solves
     */
    static Optional<UtilizationRange> where(UnaryOperator<BigDecimal> gain) {
        boolean atLeast = gain.apply(LEAST).signum() >= 0;
        boolean atMost = gain.apply(BigDecimal.ONE).signum() >= 0;
        if (atLeast && atMost) {
            return Optional.of(new UtilizationRange(LEAST, BigDecimal.ONE));
        }
        if (!atLeast && !atMost) {
            return Optional.empty();
        }
        var root = root(gain).setScale(DIGITS, RoundingMode.HALF_EVEN);
        return Optional.of(atLeast ? new UtilizationRange(LEAST, root) : new UtilizationRange(root, BigDecimal.ONE));
    }

    /** The part that both have. */
    Optional<UtilizationRange> and(UtilizationRange other) {
        var from = minimum.max(other.minimum);
        var to = maximum.min(other.maximum);
        return from.compareTo(to) <= 0 ? Optional.of(new UtilizationRange(from, to)) : Optional.empty();
    }

    /** The end at which the sign changes; empty where it does not change. */
    Optional<BigDecimal> change() {
        if (minimum.compareTo(LEAST) > 0) {
            return Optional.of(minimum);
        }
        return maximum.compareTo(BigDecimal.ONE) < 0 ? Optional.of(maximum) : Optional.empty();
    }

    /** Regula falsi, with the bisection in every other step so that it cannot stall. */
    private static BigDecimal root(UnaryOperator<BigDecimal> gain) {
        var low = LEAST;
        var high = BigDecimal.ONE;
        var atLow = gain.apply(low);
        var atHigh = gain.apply(high);
        for (int step = 0; step < MOST_STEPS && high.subtract(low).compareTo(NARROW) > 0; step++) {
            var middle = step % 2 == 0
                    ? low.subtract(
                            atLow.multiply(high.subtract(low), PRECISION).divide(atHigh.subtract(atLow), PRECISION),
                            PRECISION)
                    : low.add(high).divide(TWO, PRECISION);
            var value = gain.apply(middle);
            if (value.abs().compareTo(NARROW) < 0) {
                return middle;
            }
            if (value.signum() == atLow.signum()) {
                low = middle;
                atLow = value;
            } else {
                high = middle;
                atHigh = value;
            }
        }
        return low;
    }
}
