package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as hours, which is what prices count. */
final class Hours {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    private Hours() {}

    static BigDecimal of(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .divide(SECONDS_PER_HOUR, PRECISION);
    }
}
