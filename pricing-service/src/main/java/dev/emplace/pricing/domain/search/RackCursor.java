package dev.emplace.pricing.domain.search;

/** The next row of a rack that a search may have to look at, ordered by the least rank that an offer on it can have. */
final class RackCursor implements Comparable<RackCursor> {

    private final Rack rack;
    private final ShelfFilter filter;
    private final int accelerators;
    private final long highestPerAccelerator;
    private int at;
    private long bound;

    /**
     * Stands at the first row that the filter admits.
     *
     * @param accelerators needed, or 0 to rank by the price of one
     * @param highestPerAccelerator rows that begin above it are left out
     */
    RackCursor(Rack rack, ShelfFilter filter, int accelerators, long highestPerAccelerator) {
        this.rack = rack;
        this.filter = filter;
        this.accelerators = accelerators;
        this.highestPerAccelerator = highestPerAccelerator;
        skipToAdmitted();
    }

    boolean isExhausted() {
        return at >= rack.size();
    }

    Row current() {
        return rack.row(at);
    }

    /** No offer of this row, or of a later one, ranks before it. */
    long bound() {
        return bound;
    }

    void advance() {
        at++;
        skipToAdmitted();
    }

    private void skipToAdmitted() {
        while (at < rack.size() && !filter.admits(rack.row(at).shelf())) {
            at++;
        }
        if (at < rack.size() && rack.row(at).cheapestPerAccelerator() > highestPerAccelerator) {
            at = rack.size();
        }
        bound = isExhausted() ? Long.MAX_VALUE : leastRank(rack.row(at).cheapestPerAccelerator());
    }

    /** Whole machines cost at least what the accelerators alone would; a nano less each, for the price was rounded. */
    private long leastRank(long perAccelerator) {
        return accelerators == 0 ? perAccelerator : Ranks.product(accelerators, Math.max(0, perAccelerator - 1));
    }

    @Override
    public int compareTo(RackCursor other) {
        return Long.compare(bound, other.bound);
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
