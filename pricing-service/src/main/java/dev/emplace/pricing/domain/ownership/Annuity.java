package dev.emplace.pricing.domain.ownership;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import java.math.BigDecimal;

/**
 * The equal yearly payment, in arrears, that repays a capital less what it is worth at the end: (C − S/(1+r)ⁿ) · r /
 * (1 − (1+r)⁻ⁿ), the capital recovery factor of engineering economics.
 *
 * @param capital C, paid today
 * @param residual S, received after the last year
 * @param rate r, a year, as a fraction
 * @param years n
 */
public record Annuity(BigDecimal capital, BigDecimal residual, BigDecimal rate, int years) {

    static final int LONGEST_LIFE = 50;

    public Annuity {
        requireNotNegative("capital", capital);
        requireNotNegative("residual", residual);
        requireNotNegative("rate", rate);
        if (residual.compareTo(capital) > 0) {
            throw new IllegalArgumentException("residual is " + residual + ", but must not exceed capital " + capital);
        }
        if (rate.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("rate is " + rate + ", but is a fraction a year and at most 1");
        }
        if (years < 1 || years > LONGEST_LIFE) {
            throw new IllegalArgumentException(
                    "life_years is " + years + ", but must lie within 1 and " + LONGEST_LIFE);
        }
    }

    public BigDecimal perYear() {
        if (rate.signum() == 0) {
            return capital.subtract(residual).divide(BigDecimal.valueOf(years), PRECISION);
        }
        var growth = BigDecimal.ONE.add(rate).pow(years, PRECISION);
        var discount = BigDecimal.ONE.divide(growth, PRECISION);
        var toRepay = capital.subtract(residual.multiply(discount, PRECISION), PRECISION);
        return toRepay.multiply(rate, PRECISION).divide(BigDecimal.ONE.subtract(discount, PRECISION), PRECISION);
    }

    private static void requireNotNegative(String field, BigDecimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(field + " is " + value + ", but must not be negative");
        }
    }
}
