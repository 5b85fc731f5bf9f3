package dev.emplace.pricing.domain.catalog;

/** A feed speaks of an offer that another feed has published and not withdrawn. */
public final class OfferOfAnotherFeedException extends IllegalArgumentException {
    public OfferOfAnotherFeedException(String feed, String offerId, String owner) {
        super("feed '" + feed + "' speaks of offer '" + offerId + "', which belongs to feed '" + owner
                + "'; give it an id of its own, or withdraw the other first");
    }
}
