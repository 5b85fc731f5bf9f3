package dev.emplace.pricing.domain.offers;

/** How an offer is bought. */
public enum CommercialModel {
    /** Cheap, and taken away at short notice. */
    SPOT,
    ON_DEMAND,
    /** Capacity or price committed for a term of a year or more. */
    RESERVED,
    /** Spend committed for a term, whatever it is spent on. */
    SAVINGS_PLAN,
    /** A block of accelerators for fixed dates. */
    CAPACITY_BLOCK,
    /** Bought and run by oneself: the price is computed from the cost of owning. */
    OWNED
}
