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
    OPERATIONS,
    /** Work that interruptions cause to be done again, with checkpoints and restarts. */
    REWORK,
    /** Billed beyond the use, since billing has increments and a minimum. */
    BILLING_INCREMENT,
    /** Capacity that is kept beside the use. */
    IDLE_RESERVATION,
    /** Data that is brought to the place. */
    STAGING,
    /** Data that is kept there. */
    STORAGE,
    /** Takes off what a commitment costs that was made before. */
    SUNK,
    /** Support, tax, a licence. */
    SURCHARGE
}
