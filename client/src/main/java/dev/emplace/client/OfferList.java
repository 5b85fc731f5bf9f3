package dev.emplace.client;

import dev.emplace.api.pricing.v1.Offer;
import java.util.List;

/**
 * Offers as they were listed.
 *
 * @param revision of the catalog that its first page was read at: changes after it may or may not be in the list, so that a
 *     watch goes on from the next
 */
public record OfferList(List<Offer> offers, long revision) {
    public OfferList {
        offers = List.copyOf(offers);
    }
}
