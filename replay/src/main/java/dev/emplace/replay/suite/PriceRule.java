package dev.emplace.replay.suite;

import com.google.protobuf.util.Timestamps;
import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.PriceBasis;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Which prices a replay may count with: list prices that had been seen by the pricing date and were not old then. What
 * owning costs is no list price: it must be computed from stated inputs.
 *
 * @param estimated whether estimates count as well; a what-if, never the headline
 */
public record PriceRule(LocalDate pricingDate, int oldestDays, boolean estimated) {

    /** The end of the day: what was seen on it counts. */
    public Instant moment() {
        return pricingDate.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
    }

    public boolean allows(Offer offer) {
        if (!offer.hasListUnitPrice()
                || !offer.getListUnitPrice().getCurrencyCode().equals("USD")) {
            return false;
        }
        if (offer.getCommercialModel() == CommercialModel.COMMERCIAL_MODEL_OWNED) {
            return offer.getPriceBasis() == PriceBasis.PRICE_BASIS_COMPUTED || isEstimate(offer);
        }
        return isFresh(offer) && (offer.getPriceBasis() == PriceBasis.PRICE_BASIS_LIST || isEstimate(offer));
    }

    private boolean isEstimate(Offer offer) {
        return estimated && offer.getPriceBasis() == PriceBasis.PRICE_BASIS_ESTIMATED;
    }

    private boolean isFresh(Offer offer) {
        Instant seen =
                Instant.ofEpochMilli(Timestamps.toMillis(offer.getSource().getObservedTime()));
        return !seen.isAfter(moment()) && !seen.isBefore(moment().minus(Duration.ofDays(oldestDays + 1L)));
    }
}
