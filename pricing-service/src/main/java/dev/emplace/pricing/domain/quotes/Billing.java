package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * How rented machine time is counted.
 *
 * @param runs equal parts that the use is cut into, each billed for itself
 * @param increment that a run is rounded up to; zero for none
 * @param minimum that is billed for a run
 * @param idleReservation for how long capacity is kept and paid beside the use
 */
public record Billing(int runs, Duration increment, Duration minimum, Duration idleReservation) {

    /** One run, to the second, and nothing besides. */
    public static final Billing EXACT = new Billing(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** Hours that are billed for a use of so many. */
    BigDecimal billedHours(BigDecimal hours) {
        var run = runHours(hours);
        var step = Hours.of(increment);
        var rounded = increment.isZero()
                ? run
                : run.divide(step, 0, RoundingMode.CEILING).multiply(step, PRECISION);
        return rounded.max(Hours.of(minimum)).multiply(BigDecimal.valueOf(runs), PRECISION);
    }

    BigDecimal runHours(BigDecimal hours) {
        return hours.divide(BigDecimal.valueOf(runs), PRECISION);
    }
}
