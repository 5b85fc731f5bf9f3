package dev.emplace.pricing.domain;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import java.util.Map;

/** The offer exists and has no price, so nothing can be computed from it. */
public final class OfferWithoutPriceException extends Failure {

    public OfferWithoutPriceException(Offer offer) {
        super(
                PricingReason.OFFER_WITHOUT_PRICE,
                "offer '" + offer.id() + "' has no price: " + why(offer) + "; quote another offer",
                Map.of("offer", offer.id(), "price_absence", why(offer)));
    }

    private static String why(Offer offer) {
        return offer.price() instanceof Price.Absent absent ? absent.reason().name() : "none is computed";
    }
}
