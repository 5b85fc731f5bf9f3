package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.offers.Offer;
import java.util.Optional;

/**
 * A change of the catalog: something was said of an offer.
 *
 * @param version what was said; empty where this version of the service does not know the place or the accelerator
 * @param previous what was believed before of the time from which it holds
 */
public record OfferChange(Optional<OfferVersion> version, Optional<Offer> previous) {

    /** What is believed now; empty where there is no such offer any more. */
    public Optional<Offer> current() {
        return version.filter(said -> !said.withdrawn()).map(OfferVersion::offer);
    }
}
