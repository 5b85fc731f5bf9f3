package dev.emplace.pricing.grpc;

import com.google.type.Decimal;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.money.Money;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers of the contract and of the domain, exactly. */
final class Amounts {

    /** No exponents: a short text of them can stand for a number that fills the memory. */
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");

    /** What the contract's money holds. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Amounts() {}

    static com.google.type.Money message(Money money) {
        var amount = money.amount();
        if (amount.abs().compareTo(LARGEST) > 0) {
            throw new InvalidFieldException(
                    "usage", "costs more than " + LARGEST + " " + money.currency() + "; ask for less at once");
        }
        return com.google.type.Money.newBuilder()
                .setCurrencyCode(money.currency())
                .setUnits(amount.longValue())
                .setNanos(amount.remainder(BigDecimal.ONE)
                        .movePointRight(Money.DECIMALS)
                        .intValueExact())
                .build();
    }

    static Decimal message(BigDecimal value) {
        return Decimal.newBuilder()
                .setValue(value.stripTrailingZeros().toPlainString())
                .build();
    }

    static BigDecimal decimal(String field, Decimal message) {
        if (!PLAIN.matcher(message.getValue()).matches()) {
            throw new InvalidFieldException(
                    field,
                    "is '" + message.getValue() + "'; must be a plain decimal such as 0.3, at most 18 digits on either"
                            + " side of the point");
        }
        return new BigDecimal(message.getValue());
    }

    /** A price in US dollars, zero or more. */
    static Money usd(String field, com.google.type.Money message) {
        if (!message.getCurrencyCode().equals("USD")) {
            throw new InvalidFieldException(
                    field + ".currency_code", "is '" + message.getCurrencyCode() + "'; must be USD");
        }
        if (message.getUnits() < 0 || message.getNanos() < 0 || message.getNanos() > 999_999_999) {
            throw new InvalidFieldException(
                    field,
                    "is " + message.getUnits() + " units and " + message.getNanos()
                            + " nanos; must be zero or more, with nanos from 0 to 999999999");
        }
        return new Money(
                "USD",
                BigDecimal.valueOf(message.getUnits()).add(BigDecimal.valueOf(message.getNanos(), Money.DECIMALS)));
    }

    /** The same, at most a limit. */
    static Money usd(String field, com.google.type.Money message, BigDecimal limit) {
        var money = usd(field, message);
        if (money.amount().compareTo(limit) > 0) {
            throw new InvalidFieldException(field, "is " + money + "; must be at most USD " + limit.toPlainString());
        }
        return money;
    }

    /** A decimal within two limits, both included. */
    static BigDecimal within(String field, Decimal message, BigDecimal least, BigDecimal most) {
        var value = decimal(field, message);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new InvalidFieldException(
                    field,
                    "is " + value.toPlainString() + "; must lie within " + least.toPlainString() + " and "
                            + most.toPlainString());
        }
        return value;
    }
}
