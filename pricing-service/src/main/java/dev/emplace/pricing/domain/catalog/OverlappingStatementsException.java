package dev.emplace.pricing.domain.catalog;

/** A feed says two things of one offer at one time. */
public final class OverlappingStatementsException extends IllegalArgumentException {
    public OverlappingStatementsException(String feed, String offerId) {
        super("feed '" + feed + "' says two things of offer '" + offerId + "' at the same time; it may say one");
    }
}
