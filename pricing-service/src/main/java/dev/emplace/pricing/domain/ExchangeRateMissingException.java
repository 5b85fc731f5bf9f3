package dev.emplace.pricing.domain;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.offers.Offer;
import java.util.Map;

/** Amounts in several currencies would have to be added or compared, and no dated rate was given. */
public final class ExchangeRateMissingException extends Failure {

    public ExchangeRateMissingException(Offer offer, String currency) {
        super(
                PricingReason.EXCHANGE_RATE_MISSING,
                "the price of offer '" + offer.id() + "' has amounts in " + currency
                        + " beside another currency; give a dated rate for " + currency + " in exchange_rates",
                Map.of("offer", offer.id(), "currency", currency));
    }
}
