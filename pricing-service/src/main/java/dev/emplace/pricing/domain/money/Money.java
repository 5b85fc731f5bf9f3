package dev.emplace.pricing.domain.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** An exact amount in one ISO 4217 currency, in whole nanos: what an invoice line can hold. */
public record Money(String currency, BigDecimal amount) implements Comparable<Money> {

    /** Precision of every intermediate result; only lines are rounded. */
    public static final MathContext PRECISION = MathContext.DECIMAL128;

    /** Decimals of an amount, those of google.type.Money. */
    public static final int DECIMALS = 9;

    private static final Pattern ISO_4217 = Pattern.compile("[A-Z]{3}");

    public Money {
        if (!ISO_4217.matcher(currency).matches()) {
            throw new IllegalArgumentException(
                    "currency '" + currency + "' is not three capital letters of ISO 4217, such as USD");
        }
        amount = amount.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    /** Rounds an exact result to nanos, half to even, once. */
    public static Money rounded(String currency, BigDecimal exact) {
        return new Money(currency, exact.setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }

    public static Money usd(String amount) {
        return new Money("USD", new BigDecimal(amount));
    }

    public static Money zero(String currency) {
        return new Money(currency, BigDecimal.ZERO);
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, amount.add(other.amount));
    }

    /** This amount divided, rounded to nanos. */
    public Money dividedBy(BigDecimal divisor) {
        return new Money(currency, amount.divide(divisor, DECIMALS, RoundingMode.HALF_EVEN));
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** The amount in billionths of the currency's unit; an ArithmeticException beyond 9.2 billion units. */
    public long nanos() {
        return amount.unscaledValue().longValueExact();
    }

    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount);
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "cannot combine " + currency + " with " + other.currency + ": no dated exchange rate was given");
        }
    }

    @Override
    public String toString() {
        return currency + " " + amount.stripTrailingZeros().toPlainString();
    }
}
