package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.places.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the offers of a price list on their shelves, in price order, everywhere and region by region. */
final class FloorBuilder {

    private final PriceList prices;

    FloorBuilder(PriceList prices) {
        this.prices = prices;
    }

    Floor everywhere() {
        var offers = new ArrayList<Integer>(prices.size());
        for (int i = 0; i < prices.size(); i++) {
            offers.add(i);
        }
        return floor(offers);
    }

    Map<Region, Floor> byRegion() {
        var offers = new HashMap<Region, List<Integer>>();
        for (int i = 0; i < prices.size(); i++) {
            offers.computeIfAbsent(prices.offer(i).region(), region -> new ArrayList<>())
                    .add(i);
        }
        var floors = new HashMap<Region, Floor>();
        offers.forEach((region, theirs) -> floors.put(region, floor(theirs)));
        return floors;
    }

    private Floor floor(Collection<Integer> offers) {
        var shelves = new HashMap<Shelf, List<Integer>>();
        for (var offer : offers) {
            shelves.computeIfAbsent(Shelf.of(prices.offer(offer)), shelf -> new ArrayList<>())
                    .add(offer);
        }
        var rows = new ArrayList<Row>(shelves.size());
        shelves.forEach((shelf, theirs) -> rows.add(row(shelf, theirs)));
        return new Floor(rows);
    }

    private Row row(Shelf shelf, List<Integer> offers) {
        offers.sort(prices::compareByPrice);
        return new Row(
                shelf, prices, offers.stream().mapToInt(Integer::intValue).toArray());
    }
}
