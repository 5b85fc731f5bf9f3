package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.offers.Offer;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that was said of an offer.
 *
 * @param revision since which it is believed
 * @param published when that was
 * @param from the first instant at which it holds
 * @param until the first instant at which it no longer holds; empty is for ever
 * @param withdrawn whether it says that there is no such offer; {@code offer} is then what it had been
 */
public record OfferVersion(
        Offer offer, long revision, Instant published, Instant from, Optional<Instant> until, boolean withdrawn) {

    /** Whether it speaks of some of the time between. */
    boolean speaksOf(Instant start, Optional<Instant> end) {
        return end.map(from::isBefore).orElse(true)
                && until.map(start::isBefore).orElse(true);
    }
}
