package dev.emplace.pricing.domain.search;

/** A place in one row of a shelf, ordered by the offer it stands at: by rank, then machine price, then id. */
final class Cursor implements Comparable<Cursor> {

    private final PriceList prices;
    private final Row row;
    private final long machines;
    private int at;
    private int end;
    private long rank;

    /**
     * Stands at the first offer of a row.
     *
     * @param machines to buy, or 0 to rank by the price of one accelerator
     */
    Cursor(PriceList prices, Row row, long machines) {
        this.prices = prices;
        this.row = row;
        this.machines = machines;
        this.end = row.size();
        rankCurrent();
    }

    boolean isExhausted() {
        return at >= end;
    }

    long rank() {
        return rank;
    }

    int current() {
        return row.offer(at);
    }

    RankedPosition position() {
        return new RankedPosition(
                rank, prices.perMachine(current()), prices.offer(current()).id());
    }

    void advance() {
        at++;
        rankCurrent();
    }

    /** Leaves out what costs more for one accelerator. */
    void stopAbove(long maximumPerAccelerator) {
        int low = at;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (prices.perAccelerator(row.offer(middle)) <= maximumPerAccelerator) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        end = low;
    }

    /** Goes to the first offer behind a position. */
    void seekBehind(RankedPosition position) {
        int lastId = prices.lastAtOrBefore(position.offerId());
        int low = at;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBehind(row.offer(middle), position, lastId)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        at = low;
        rankCurrent();
    }

    private boolean isBehind(int offer, RankedPosition position, int lastId) {
        int byRank = Long.compare(rankOf(offer), position.rankNanos());
        if (byRank != 0) {
            return byRank > 0;
        }
        int byMachine = Long.compare(prices.perMachine(offer), position.perMachineNanos());
        return byMachine != 0 ? byMachine > 0 : offer > lastId;
    }

    private void rankCurrent() {
        rank = isExhausted() ? Long.MAX_VALUE : rankOf(row.offer(at));
    }

    private long rankOf(int offer) {
        return machines == 0 ? prices.perAccelerator(offer) : Ranks.product(machines, prices.perMachine(offer));
    }

    @Override
    public int compareTo(Cursor other) {
        int byRank = Long.compare(rank, other.rank);
        return byRank != 0 ? byRank : prices.compareByPrice(current(), other.current());
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
