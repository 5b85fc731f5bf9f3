package dev.emplace.pricing.domain;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.offers.Offer;
import java.util.Map;

/** A commitment that covers a part of the time needs the price of the rest, and the catalog has none. */
public final class OnDemandPriceMissingException extends Failure {

    public OnDemandPriceMissingException(Offer offer) {
        super(
                PricingReason.ON_DEMAND_PRICE_MISSING,
                "the commitment of offer '" + offer.id() + "' covers a part of the time only, and the catalog has no"
                        + " on-demand price in its currency for the rest; state commitment.on_demand_unit_price",
                Map.of("offer", offer.id()));
    }
}
