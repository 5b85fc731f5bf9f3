package dev.emplace.pricing.domain.quotes;

/** What a line of a quote pays for. */
public enum LineKind {
    /** Rented machine time in which useful work is done. */
    COMPUTE,
    /** Machine time that is paid and not used, rented or owned. */
    IDLE,
    EGRESS,
    /** The share of an upfront payment. */
    UPFRONT,
    /** The annuity of what was bought. */
    CAPITAL,
    /** Space and power that are rented. */
    RENT,
    /** Electricity, cooling included. */
    ENERGY,
    /** People, spares, support. */
    OPERATIONS
}
