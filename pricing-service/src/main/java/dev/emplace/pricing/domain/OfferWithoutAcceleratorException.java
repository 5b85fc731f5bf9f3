package dev.emplace.pricing.domain;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.offers.Offer;
import java.util.Map;

/** The offer's machine has no accelerator, so a number of accelerators cannot be quoted for it. */
public final class OfferWithoutAcceleratorException extends Failure {

    public OfferWithoutAcceleratorException(Offer offer) {
        super(
                PricingReason.OFFER_WITHOUT_ACCELERATOR,
                "offer '" + offer.id() + "' is a machine without accelerators; quote an offer that has some",
                Map.of("offer", offer.id()));
    }
}
