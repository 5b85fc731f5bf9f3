package dev.emplace.pricing.domain.quotes;

import static dev.emplace.pricing.domain.money.Money.PRECISION;

import dev.emplace.pricing.domain.ExchangeRateMissingException;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Offer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The lines of one quote as they come together, all in one currency. */
final class Bill {

    private final Offer offer;
    private final ExchangeRates rates;
    private final List<QuoteLine> lines = new ArrayList<>();
    private BigDecimal sum = BigDecimal.ZERO;

    Bill(Offer offer, ExchangeRates rates) {
        this.offer = offer;
        this.rates = rates;
    }

    /** Converts lines for which a rate is given; an ExchangeRateMissingException where another would be needed. */
    void add(List<QuoteLine> more) {
        more.forEach(line -> {
            var own = rates.factor(line.amount().currency()).map(line::times).orElse(line);
            if (!lines.isEmpty() && !own.amount().currency().equals(currency())) {
                throw new ExchangeRateMissingException(
                        offer,
                        own.amount().currency().equals("USD")
                                ? currency()
                                : own.amount().currency());
            }
            lines.add(own);
            sum = sum.add(own.amount().amount());
        });
    }

    /** Each on the sum of all lines before it. */
    void surcharge(Purchase purchase) {
        var surcharges = new SurchargeLines(purchase, currency());
        purchase.usage().terms().surcharges().forEach(each -> add(List.of(surcharges.line(each, sum))));
    }

    Money converted(Money amount) {
        return rates.factor(amount.currency())
                .map(rate -> Money.rounded("USD", amount.amount().multiply(rate.value(), PRECISION)))
                .orElse(amount);
    }

    List<QuoteLine> lines() {
        return lines;
    }

    private String currency() {
        return lines.get(0).amount().currency();
    }
}
