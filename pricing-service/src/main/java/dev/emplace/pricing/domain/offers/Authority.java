package dev.emplace.pricing.domain.offers;

/** How near to the seller whoever states a price is; of equal knowledge the nearer counts. */
public enum Authority {
    /** The seller's own interface or price list. */
    PROVIDER,
    /** Somebody who collects the prices of several sellers. */
    AGGREGATOR
}
