package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.offers.Offer;
import java.util.Collection;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The offers that meet a requirement, cheapest first, found one at a time: a merge of rows, each opened only when an
 * offer on it could be the next (the threshold algorithm of Fagin, Lotem and Naor, 2001, on one attribute).
 */
final class ShelfRanking implements Ranking {

    private final PriceList prices;
    private final PriorityQueue<RackCursor> racks;
    private final PriorityQueue<Cursor> rows = new PriorityQueue<>();
    private final int accelerators;
    private final long highestPerAccelerator;
    private final Optional<RankedPosition> after;
    private RankedPosition last = RankedPosition.FIRST;

    ShelfRanking(
            PriceList prices,
            Collection<RackCursor> racks,
            int accelerators,
            long highestPerAccelerator,
            Optional<RankedPosition> after) {
        this.prices = prices;
        this.racks = new PriorityQueue<>(racks);
        this.accelerators = accelerators;
        this.highestPerAccelerator = highestPerAccelerator;
        this.after = after;
    }

    @Override
    public boolean hasNext() {
        openWhatCouldBeNext();
        return !rows.isEmpty();
    }

    @Override
    public Offer next() {
        openWhatCouldBeNext();
        var cheapest = rows.poll();
        if (cheapest == null) {
            throw new NoSuchElementException("the ranking has ended");
        }
        var offer = prices.offer(cheapest.current());
        last = cheapest.position();
        cheapest.advance();
        addUnlessExhausted(cheapest);
        return offer;
    }

    @Override
    public RankedPosition position() {
        return last;
    }

    @Override
    public Optional<RankedPosition> head() {
        openWhatCouldBeNext();
        return Optional.ofNullable(rows.peek()).map(Cursor::position);
    }

    private void openWhatCouldBeNext() {
        var next = racks.peek();
        while (next != null && couldBeNext(next)) {
            racks.poll();
            open(next.current());
            next.advance();
            if (!next.isExhausted()) {
                racks.add(next);
            }
            next = racks.peek();
        }
    }

    private boolean couldBeNext(RackCursor rack) {
        var cheapest = rows.peek();
        return cheapest == null || rack.bound() <= cheapest.rank();
    }

    private void open(Row row) {
        long machines = accelerators == 0 ? 0 : row.shelf().machinesFor(accelerators);
        var cursor = new Cursor(prices, row, machines);
        if (highestPerAccelerator < Long.MAX_VALUE) {
            cursor.stopAbove(highestPerAccelerator);
        }
        after.ifPresent(cursor::seekBehind);
        addUnlessExhausted(cursor);
    }

    private void addUnlessExhausted(Cursor cursor) {
        if (!cursor.isExhausted()) {
            rows.add(cursor);
        }
    }
}
