package dev.emplace.pricing.domain.offers;

/** What a price rests on. */
public enum PriceBasis {
    /** The provider's public price list. */
    LIST,
    /** Negotiated for one customer. */
    CONTRACTED,
    /** Derived by people from other numbers; the source says how. */
    ESTIMATED,
    /** Computed by this service from the cost of owning. */
    COMPUTED
}
