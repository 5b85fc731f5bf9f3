package dev.emplace.pricing.domain.search;

/** The offers of one shelf, in one region or everywhere, cheapest machine first, as positions in the price list. */
final class Row {

    private final Shelf shelf;
    private final long cheapestPerAccelerator;
    private final int[] offers;

    Row(Shelf shelf, PriceList prices, int[] offers) {
        this.shelf = shelf;
        this.cheapestPerAccelerator = prices.perAccelerator(offers[0]);
        this.offers = offers;
    }

    Shelf shelf() {
        return shelf;
    }

    long cheapestPerAccelerator() {
        return cheapestPerAccelerator;
    }

    int size() {
        return offers.length;
    }

    int offer(int at) {
        return offers[at];
    }
}
