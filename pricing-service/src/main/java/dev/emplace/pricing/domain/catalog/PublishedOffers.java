package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.offers.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The offers as they stand at one mark. */
public record PublishedOffers(BookMark mark, List<StandingOffer> standing) {
    public PublishedOffers {
        standing = List.copyOf(standing);
    }

    /** Offers that belong to no feed in particular. */
    public PublishedOffers(long revision, List<Offer> offers) {
        this(
                new BookMark(revision, Instant.EPOCH, 0, Map.of()),
                offers.stream().map(offer -> new StandingOffer(offer, "")).toList());
    }

    public long revision() {
        return mark.revision();
    }

    public List<Offer> offers() {
        return standing.stream().map(StandingOffer::offer).toList();
    }
}
