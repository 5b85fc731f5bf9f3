package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import java.math.BigDecimal;
import java.math.MathContext;

/** e to the power of small numbers, to 34 digits: the Taylor series of a halved argument, squared again. */
final class Exponential {

    private static final int HALVINGS = 12;
    private static final BigDecimal SCALE = BigDecimal.valueOf(1L << HALVINGS);

    /** Squaring loses a bit each time, and the series some; ten digits more than are promised. */
    private static final MathContext WORKING = new MathContext(PRECISION.getPrecision() + 10);

    private static final BigDecimal NEGLIGIBLE = BigDecimal.ONE.movePointLeft(WORKING.getPrecision());

    private Exponential() {}

    /** For exponents from 0 to {@link Rework#LARGEST_EXPONENT}. */
    static BigDecimal of(BigDecimal exponent) {
        var power = series(exponent.divide(SCALE, WORKING));
        for (int i = 0; i < HALVINGS; i++) {
            power = power.multiply(power, WORKING);
        }
        return power.round(PRECISION);
    }

    private static BigDecimal series(BigDecimal small) {
        var sum = BigDecimal.ONE;
        var term = BigDecimal.ONE;
        for (int n = 1; term.abs().compareTo(NEGLIGIBLE) > 0; n++) {
            term = term.multiply(small, WORKING).divide(BigDecimal.valueOf(n), WORKING);
            sum = sum.add(term, WORKING);
        }
        return sum;
    }
}
