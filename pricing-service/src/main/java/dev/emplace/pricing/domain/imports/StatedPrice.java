package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A price as a source writes it, exactly. */
record StatedPrice(String text, BigDecimal exact) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,40})?");

    /** Placeholders for "unknown" or "ask us" that catalogs have published as prices of an hour. */
    private static final Set<BigDecimal> SENTINELS = Set.of(
            new BigDecimal("700"),
            new BigDecimal("999"),
            new BigDecimal("9999"),
            new BigDecimal("99999"),
            new BigDecimal("999999"),
            new BigDecimal("9999999"));

    /** Empty where the text is no plain number. */
    static Optional<StatedPrice> of(String text) {
        return NUMBER.matcher(text).matches()
                ? Optional.of(new StatedPrice(text, new BigDecimal(text)))
                : Optional.empty();
    }

    boolean isNegative() {
        return exact.signum() < 0;
    }

    /** Zero, or so little that the catalog's smallest unit does not show it. */
    boolean isZero() {
        return money().signum() == 0;
    }

    boolean isSentinel() {
        return SENTINELS.stream().anyMatch(sentinel -> sentinel.compareTo(exact) == 0);
    }

    /** Half to even, at billionths. */
    BigDecimal money() {
        return exact.setScale(Money.DECIMALS, RoundingMode.HALF_EVEN);
    }

    boolean isRounded() {
        return money().compareTo(exact) != 0;
    }
}
