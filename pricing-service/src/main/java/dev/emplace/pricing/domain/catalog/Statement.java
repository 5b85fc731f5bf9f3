package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.offers.Offer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a feed says of an offer, and when that holds. A feed may say several things of one offer, for times that do not
 * overlap: where none of them holds, there is no such offer.
 *
 * @param from the first instant at which it holds; may lie in the future
 * @param until the first instant at which it no longer holds; empty is for ever
 */
public record Statement(Offer offer, Instant from, Optional<Instant> until) {
    public Statement {
        if (until.filter(end -> !end.isAfter(from)).isPresent()) {
            throw new IllegalArgumentException("offer '" + offer.id() + "' holds until " + until.get()
                    + ", which must be after " + from + ", from when it holds");
        }
    }

    /** From the day on which its source said so, for ever. */
    public static Statement of(Offer offer) {
        return new Statement(
                offer, offer.source().observed().atStartOfDay(ZoneOffset.UTC).toInstant(), Optional.empty());
    }
}
