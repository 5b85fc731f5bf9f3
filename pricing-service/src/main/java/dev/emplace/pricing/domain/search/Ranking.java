package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.offers.Offer;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** The offers that meet a requirement, cheapest first, found one at a time by merging the rows that hold them. */
public final class Ranking implements Iterator<Offer> {

    private final PriceList prices;
    private final PriorityQueue<Cursor> cursors;
    private RankedPosition last = new RankedPosition(0, 0, "");

    Ranking(PriceList prices, Collection<Cursor> cursors) {
        this.prices = prices;
        this.cursors = new PriorityQueue<>(cursors);
    }

    @Override
    public boolean hasNext() {
        return !cursors.isEmpty();
    }

    @Override
    public Offer next() {
        var cheapest = cursors.poll();
        if (cheapest == null) {
            throw new NoSuchElementException("the ranking has ended");
        }
        var offer = prices.offer(cheapest.current());
        last = cheapest.position();
        cheapest.advance();
        if (!cheapest.isExhausted()) {
            cursors.add(cheapest);
        }
        return offer;
    }

    /** Where the ranking stands: behind the offer that was answered last. */
    public RankedPosition position() {
        return last;
    }
}
