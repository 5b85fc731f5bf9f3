package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.offers.Offer;
import java.util.List;

/** The offers as they stand at one revision. */
public record PublishedOffers(long revision, List<Offer> offers) {
    public PublishedOffers {
        offers = List.copyOf(offers);
    }
}
