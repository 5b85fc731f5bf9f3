package dev.emplace.pricing.domain.offers;

/** What is remarkable about a price that is published all the same. */
public enum PriceFlag {
    /** A spot price that is the on-demand price. */
    NO_DISCOUNT,
    /** The source stated the accelerator's memory in a wrong unit; the catalog's own figure stands here. */
    UNIT_REPAIRED,
    /** One price in five regions or more, from a provider that says that its prices are those of a region. */
    ONE_PRICE_EVERYWHERE,
    /** Another source states a price for the same thing that differs by more than a quarter. */
    SOURCES_DISAGREE,
    /** The source states more decimals than a price can have: rounded half to even. */
    ROUNDED,
    /** Held back by a rule, and released by a publisher. */
    RELEASED,
    /** The source says something implausible by now; what it said before stands until a publisher decides. */
    HELD
}
