package dev.emplace.pricing.domain.providers;

import dev.emplace.pricing.domain.offers.Source;
import java.math.BigDecimal;

/**
 * A provider's part of a market.
 *
 * @param share above 0, at most 1
 * @param market what it is a part of, and when
 */
public record MarketShare(BigDecimal share, String market, Source source) {
    public MarketShare {
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "a market share is " + share + ", but must be above 0 and at most 1; leave it out if unknown");
        }
    }
}
