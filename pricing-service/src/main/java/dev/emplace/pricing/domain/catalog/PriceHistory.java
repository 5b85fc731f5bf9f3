package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.offers.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was believed at any time that is kept, of any time that is kept or to come. Its methods block. */
public interface PriceHistory {

    /**
     * The vantage of two times, each of which defaults to now.
     *
     * @param asOf when it was believed
     * @param effective when it held
     * @throws OutsideHistoryException where one of them lies before what is kept, or the first one in the future
     */
    Vantage vantage(Optional<Instant> asOf, Optional<Instant> effective);

    Optional<Offer> offer(String id, Vantage vantage);

    PublishedOffers read(Vantage vantage);

    /** All that was ever said of an offer and is kept, in the order in which it was said; empty where nothing was. */
    List<OfferVersion> versions(String id);
}
