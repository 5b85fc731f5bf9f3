package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.offers.Offer;
import java.util.Iterator;

/** The offers that meet a requirement, cheapest first, found one at a time. */
public interface Ranking extends Iterator<Offer> {

    /** Where the ranking stands: behind the offer that was answered last. */
    RankedPosition position();
}
