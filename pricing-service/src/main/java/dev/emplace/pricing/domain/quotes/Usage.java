package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What is done with the machines.
 *
 * @param accelerators kept, over all machines together
 * @param duration for which they are kept
 * @param utilization share of that time in which they do useful work, above 0 and at most 1
 * @param egress what leaves the place meanwhile
 */
public record Usage(int accelerators, Duration duration, BigDecimal utilization, EgressVolume egress, Terms terms) {

    /** Hours of a month: a twelfth of 8,760. */
    public static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(730);

    public Usage {
        if (accelerators < 1) {
            throw new IllegalArgumentException("accelerator_count is " + accelerators + ", but must be at least 1");
        }
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("duration is " + duration + ", but must be above zero");
        }
        if (utilization.signum() <= 0 || utilization.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "utilization is " + utilization + ", but must lie above 0 and at most at 1");
        }
    }

    public Usage(int accelerators, Duration duration, BigDecimal utilization, EgressVolume egress) {
        this(accelerators, duration, utilization, egress, Terms.PLAIN);
    }

    public Usage withUtilization(BigDecimal other) {
        return new Usage(accelerators, duration, other, egress, terms);
    }

    public BigDecimal hours() {
        return Hours.of(duration);
    }

    public BigDecimal months() {
        return hours().divide(HOURS_PER_MONTH, PRECISION);
    }

    /** Accelerator-hours that do useful work. */
    public BigDecimal usefulAcceleratorHours() {
        return BigDecimal.valueOf(accelerators).multiply(hours(), PRECISION).multiply(utilization, PRECISION);
    }
}
