package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.offers.Offer;
import java.util.Iterator;
import java.util.Optional;

/** The offers that meet a requirement, cheapest first, found one at a time. */
public interface Ranking extends Iterator<Offer> {

    /** Where the ranking stands: behind the offer that was answered last. */
    RankedPosition position();

    /** Where the next offer stands; empty after the last. */
    Optional<RankedPosition> head();
}
