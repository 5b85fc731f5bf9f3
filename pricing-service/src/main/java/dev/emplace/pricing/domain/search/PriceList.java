package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Offer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The rankable offers in order of their ids, and their prices as integers: in nanos of US dollars an hour. */
final class PriceList {

    static final String CURRENCY = "USD";

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(Long.MAX_VALUE, Money.DECIMALS);

    private final Offer[] offers;
    private final String[] ids;
    private final long[] perMachine;
    private final long[] perAccelerator;

    /** Of offers sorted by id, each rankable. */
    PriceList(List<Offer> rankable) {
        offers = rankable.toArray(Offer[]::new);
        ids = new String[offers.length];
        perMachine = new long[offers.length];
        perAccelerator = new long[offers.length];
        for (int i = 0; i < offers.length; i++) {
            ids[i] = offers[i].id();
            perMachine[i] = offers[i].hourlyPrice().map(Money::nanos).orElseThrow();
            perAccelerator[i] =
                    offers[i].pricePerAcceleratorHour().map(Money::nanos).orElseThrow();
        }
    }

    /** Whether an offer can be ranked: it has accelerators and a price, in the currency that all are compared in. */
    static boolean rankable(Offer offer) {
        return offer.instance().accelerator().isPresent()
                && offer.hourlyPrice()
                        .filter(price -> price.currency().equals(CURRENCY))
                        .isPresent();
    }

    /** A bound in nanos: as high as can be where it exceeds them, below every price where its currency is another. */
    static long ceiling(Money bound) {
        if (!bound.currency().equals(CURRENCY)) {
            return -1;
        }
        return bound.amount().compareTo(HIGHEST) > 0 ? Long.MAX_VALUE : bound.nanos();
    }

    int size() {
        return offers.length;
    }

    Offer offer(int index) {
        return offers[index];
    }

    long perMachine(int index) {
        return perMachine[index];
    }

    long perAccelerator(int index) {
        return perAccelerator[index];
    }

    /** Where this id stands, or else the last id before it; -1 before all. */
    int lastAtOrBefore(String id) {
        int low = 0;
        int high = ids.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ids[middle].compareTo(id) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Positions of all offers, the cheapest machine first, equals by id: sorted once for all rows. */
    int[] byPrice() {
        var sorted = perMachine.clone();
        Arrays.sort(sorted);
        var taken = new int[sorted.length];
        var order = new int[sorted.length];
        for (int i = 0; i < perMachine.length; i++) {
            int first = firstAtOrAbove(perMachine[i], sorted);
            order[first + taken[first]++] = i;
        }
        return order;
    }

    private static int firstAtOrAbove(long price, long[] sorted) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < price) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Cheapest machine first, equals by id. */
    int compareByPrice(int left, int right) {
        int byPrice = Long.compare(perMachine[left], perMachine[right]);
        return byPrice != 0 ? byPrice : Integer.compare(left, right);
    }
}
