package dev.emplace.pricing.domain;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.offers.Offer;
import java.util.Map;

/** The offer is rented, or owned without a price, so it states no tariff of ownership. */
public final class OfferNotOwnedException extends Failure {

    public OfferNotOwnedException(Offer offer) {
        super(
                PricingReason.OFFER_NOT_OWNED,
                "offer '" + offer.id() + "' is " + offer.model()
                        + " and states no tariff of ownership; name an OWNED offer with a price",
                Map.of("offer", offer.id()));
    }
}
