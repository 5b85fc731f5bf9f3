package dev.emplace.power.grpc;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.type.Decimal;
import com.google.type.Money;
import dev.emplace.platform.errors.InvalidFieldException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;

/** Numbers, money and times of the contract, read with care: what cannot be read is a named field's fault. */
final class Numbers {
    private static final int LONGEST_DECIMAL = 40;
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    private Numbers() {}

    /** A decimal within bounds, both inclusive. */
    static BigDecimal decimal(Decimal value, String field, String least, String most) {
        BigDecimal number = parse(value.getValue(), field);
        if (number.compareTo(new BigDecimal(least)) < 0 || number.compareTo(new BigDecimal(most)) > 0) {
            throw new InvalidFieldException(
                    field, "is " + value.getValue() + "; must be from " + least + " to " + most);
        }
        return number;
    }

    private static BigDecimal parse(String text, String field) {
        if (text.length() > LONGEST_DECIMAL) {
            throw new InvalidFieldException(field, "is longer than " + LONGEST_DECIMAL + " characters");
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException malformed) {
            throw new InvalidFieldException(field, "is \"" + text + "\"; must be a decimal number, such as 0.8");
        }
    }

    static Decimal decimal(BigDecimal value) {
        return Decimal.newBuilder()
                .setValue(value.stripTrailingZeros().toPlainString())
                .build();
    }

    static Decimal decimal(double value, int digits) {
        return decimal(BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP));
    }

    /** US dollars, not negative. */
    static BigDecimal usd(Money money, String field) {
        if (!money.getCurrencyCode().equals("USD")) {
            throw new InvalidFieldException(
                    field + ".currency_code", "is \"" + money.getCurrencyCode() + "\"; must be USD");
        }
        if (money.getUnits() < 0 || money.getNanos() < 0 || money.getNanos() > 999_999_999) {
            throw new InvalidFieldException(field, "must not be negative, with nanos from 0 to 999999999");
        }
        return BigDecimal.valueOf(money.getUnits())
                .add(BigDecimal.valueOf(money.getNanos()).divide(NANOS));
    }

    /** US dollars of either sign. */
    static BigDecimal signedUsd(Money money, String field) {
        boolean negative = money.getUnits() < 0 || money.getNanos() < 0;
        if (!negative) {
            return usd(money, field);
        }
        if (money.getUnits() > 0 || money.getNanos() > 0 || money.getUnits() == Long.MIN_VALUE) {
            throw new InvalidFieldException(field, "must have units and nanos of one sign");
        }
        return usd(
                        money.toBuilder()
                                .setUnits(-money.getUnits())
                                .setNanos(-money.getNanos())
                                .build(),
                        field)
                .negate();
    }

    static Money usd(BigDecimal amount) {
        BigDecimal[] parts = amount.divideAndRemainder(BigDecimal.ONE);
        return Money.newBuilder()
                .setCurrencyCode("USD")
                .setUnits(parts[0].longValueExact())
                .setNanos(parts[1].multiply(NANOS).intValue())
                .build();
    }

    static Instant instant(Timestamp time, String field) {
        try {
            Instant instant = Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
            if (time.getSeconds() < -62_135_596_800L || time.getSeconds() > 253_402_300_799L) {
                throw new InvalidFieldException(field, "must be from the year 1 to the year 9999");
            }
            return instant;
        } catch (DateTimeException | ArithmeticException outside) {
            throw new InvalidFieldException(field, "must be from the year 1 to the year 9999");
        }
    }

    static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    static java.time.Duration duration(Duration duration) {
        return java.time.Duration.ofSeconds(duration.getSeconds(), duration.getNanos());
    }

    static Duration duration(java.time.Duration duration) {
        return Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }
}
