package dev.emplace.pricing.domain.offers;

/** Why an offer has no price; zero is never used for it. */
public enum AbsenceReason {
    CAPACITY_BLOCKS_ONLY,
    SOLD_OUT,
    /** The seller tells it only to those who ask. */
    NOT_PUBLISHED,
    /** Published perhaps, but no dated document that states it is at hand. */
    UNKNOWN
}
