package dev.emplace.workload.clients;

import com.google.type.Decimal;
import com.google.type.LatLng;
import com.google.type.Money;
import dev.emplace.workload.domain.workload.Coordinates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Exact numbers of the contracts. */
public final class Decimals {
    private static final int NANO_DIGITS = 9;

    private Decimals() {}

    public static BigDecimal of(Money money) {
        return BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(money.getNanos(), NANO_DIGITS));
    }

    public static Money usd(BigDecimal amount) {
        BigDecimal nanos = amount.setScale(NANO_DIGITS, RoundingMode.HALF_EVEN);
        return Money.newBuilder()
                .setCurrencyCode("USD")
                .setUnits(nanos.longValue())
                .setNanos(nanos.remainder(BigDecimal.ONE)
                        .movePointRight(NANO_DIGITS)
                        .intValue())
                .build();
    }

    static BigDecimal of(Decimal decimal, BigDecimal otherwise) {
        return decimal.getValue().isEmpty() ? otherwise : new BigDecimal(decimal.getValue());
    }

    static Decimal of(BigDecimal number) {
        return Decimal.newBuilder().setValue(number.toPlainString()).build();
    }

    static Optional<Coordinates> of(boolean present, LatLng place) {
        return present ? Optional.of(new Coordinates(place.getLatitude(), place.getLongitude())) : Optional.empty();
    }
}
