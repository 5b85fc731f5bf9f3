package dev.emplace.pricing.domain.search;

/** Offers of one shelf in price order, as positions in the price list: those in one region, or all of them. */
final class Row {

    static final int EVERYWHERE = -1;

    private final int region;
    private final int[] offers;

    Row(int region, int[] offers) {
        this.region = region;
        this.offers = offers;
    }

    /** Number of the region in the index, or EVERYWHERE. */
    int region() {
        return region;
    }

    int size() {
        return offers.length;
    }

    int offer(int at) {
        return offers[at];
    }
}
