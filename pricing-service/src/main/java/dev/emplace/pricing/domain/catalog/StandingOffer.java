package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.offers.Offer;
import java.time.LocalDate;

/** An offer that holds, and the feed that it belongs to. */
public record StandingOffer(Offer offer, String feed) {

    String id() {
        return offer.id();
    }

    /** The same, seen at its source on that day, if that is later than was known. */
    public StandingOffer seen(LocalDate day) {
        return day.isAfter(offer.source().observed()) ? new StandingOffer(offer.seen(day), feed) : this;
    }
}
