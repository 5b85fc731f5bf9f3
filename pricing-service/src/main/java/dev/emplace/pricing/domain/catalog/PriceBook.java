package dev.emplace.pricing.domain.catalog;

/** Where offers are kept for good, under one revision that every change raises by one. Its methods block. */
public interface PriceBook {

    /** How far the book has come; cheap enough to ask several times a second. */
    long revision();

    /** The offers that hold now, all as of one revision. */
    PublishedOffers read();

    /**
     * Publishes a feed as a whole, or nothing of it; does nothing when its digest is the one published last, or
     * its edition is older.
     *
     * @return the revision after it
     */
    long publish(PriceFeed feed);
}
