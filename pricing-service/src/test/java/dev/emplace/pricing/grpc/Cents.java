package dev.emplace.pricing.grpc;

import com.google.type.Decimal;
import com.google.type.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of the contract as tests write and read them. */
final class Cents {

    private Cents() {}

    static Money usd(String amount) {
        var exact = new BigDecimal(amount);
        return Money.newBuilder()
                .setCurrencyCode("USD")
                .setUnits(exact.longValue())
                .setNanos(exact.remainder(BigDecimal.ONE).movePointRight(9).intValueExact())
                .build();
    }

    static Decimal decimal(String value) {
        return Decimal.newBuilder().setValue(value).build();
    }

    static BigDecimal amount(Money money) {
        return BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(money.getNanos(), 9));
    }

    /** As people write it: 2.94. */
    static String cents(Money money) {
        return amount(money).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
