package dev.emplace.pricing.domain.catalog;

import java.time.Instant;
import java.util.Iterator;

/** Where offers are kept for good, under one revision that every change raises by one. Its methods block. */
public interface PriceBook {

    /** How far the book has come; cheap enough to ask several times a second. */
    long revision();

    /** The offers that hold now, all as of one revision. */
    PublishedOffers read();

    /** What has changed since: published, begun, ended. Nothing costs as much as {@link #revision}. */
    BookChanges changesSince(BookMark mark);

    /**
     * Publishes a feed as a whole, or nothing of it: what it no longer says is withdrawn, what differs from what is
     * believed is added, what is the same changes nothing. Does nothing where the feed's edition is older than the one
     * published last, and no more than note its time where the digest is the same.
     *
     * @param statements read once, however many there are; an exception of theirs leaves the book as it was
     * @throws OverlappingStatementsException where two of them speak of one offer at one time
     * @throws OfferOfAnotherFeedException where one of them speaks of an offer that belongs to another feed
     */
    Publication publish(PriceFeed feed, Iterator<Statement> statements);

    /** Notes that a feed's source still said at that time what the feed published last; nothing for one that never did. */
    void confirm(String feed, Instant observed);
}
