package dev.emplace.pricing.domain.quotes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Dated rates that the caller answers for; nothing is converted without one. */
public record ExchangeRates(Map<String, Rate> usdPer) {

    public static final ExchangeRates NONE = new ExchangeRates(Map.of());

    /** US dollars for one unit, on a day. */
    public record Rate(BigDecimal usd, LocalDate day) {}

    public ExchangeRates {
        usdPer = Map.copyOf(usdPer);
    }

    /** The rate of a currency as a factor of lines. */
    Optional<Factor> factor(String currency) {
        return Optional.ofNullable(usdPer.get(currency))
                .map(rate -> Factor.of(
                        "usd_per_" + currency.toLowerCase(Locale.ROOT),
                        rate.usd(),
                        "USD/" + currency,
                        "rate of " + rate.day() + " in the request"));
    }
}
