package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.places.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Puts the offers of a price list on their shelves, in price order, everywhere and region by region. A large import waits
 * for it: offers are sorted once, and each is dealt to its rows in that order.
 */
final class FloorBuilder {

    private final PriceList prices;
    private final int[] byPrice;
    private final Shelf[] shelves;

    FloorBuilder(PriceList prices) {
        this.prices = prices;
        this.byPrice = prices.byPrice();
        this.shelves = shelves(prices);
    }

    /** Offers of one shelf share it, so that looking it up ends at the first comparison. */
    private static Shelf[] shelves(PriceList prices) {
        var known = new HashMap<Shelf, Shelf>();
        var shelves = new Shelf[prices.size()];
        for (int i = 0; i < shelves.length; i++) {
            var shelf = Shelf.of(prices.offer(i));
            var same = known.putIfAbsent(shelf, shelf);
            shelves[i] = same == null ? shelf : same;
        }
        return shelves;
    }

    Floor everywhere() {
        var rows = new Rows();
        for (int offer : byPrice) {
            rows.add(offer);
        }
        return rows.floor();
    }

    Map<Region, Floor> byRegion() {
        var regions = new HashMap<Region, Rows>();
        // Nearly all offers of a region have the same one, whose hash code takes long.
        var seen = new IdentityHashMap<Region, Rows>();
        for (int offer : byPrice) {
            seen.computeIfAbsent(
                            prices.offer(offer).region(),
                            region -> regions.computeIfAbsent(region, fresh -> new Rows()))
                    .add(offer);
        }
        var floors = new HashMap<Region, Floor>();
        regions.forEach((region, rows) -> floors.put(region, rows.floor()));
        return floors;
    }

    /** The rows of a floor while offers are dealt to them. */
    private final class Rows {

        private final IdentityHashMap<Shelf, Positions> byShelf = new IdentityHashMap<>();

        void add(int offer) {
            byShelf.computeIfAbsent(shelves[offer], shelf -> new Positions()).add(offer);
        }

        Floor floor() {
            var rows = new ArrayList<Row>(byShelf.size());
            byShelf.forEach((shelf, offers) -> rows.add(new Row(shelf, prices, offers.toArray())));
            return Floor.of(rows);
        }
    }
}
