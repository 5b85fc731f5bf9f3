package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import java.math.BigDecimal;

/**
 * Data that leaves to the internet in a month.
 *
 * @param monthlyBytes of this use
 * @param priorMonthlyBytes that the account already sends: tiers are counted from there
 */
public record EgressVolume(long monthlyBytes, long priorMonthlyBytes) {

    public static final EgressVolume NONE = new EgressVolume(0, 0);

    /** The gigabyte that clouds bill. */
    private static final BigDecimal BYTES_PER_GIGABYTE = BigDecimal.valueOf(1L << 30);

    public EgressVolume {
        if (monthlyBytes < 0 || priorMonthlyBytes < 0) {
            throw new IllegalArgumentException("egress is " + monthlyBytes + " bytes a month after " + priorMonthlyBytes
                    + ", but must not be negative");
        }
    }

    public boolean isNone() {
        return monthlyBytes == 0;
    }

    BigDecimal monthlyGigabytes() {
        return gigabytes(monthlyBytes);
    }

    BigDecimal priorMonthlyGigabytes() {
        return gigabytes(priorMonthlyBytes);
    }

    private static BigDecimal gigabytes(long bytes) {
        return BigDecimal.valueOf(bytes).divide(BYTES_PER_GIGABYTE, PRECISION);
    }
}
