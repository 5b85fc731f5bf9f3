package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.places.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the offers of a price list on their shelves, in price order. */
final class ShelfBuilder {

    private final PriceList prices;
    private final Map<Region, Integer> regions = new HashMap<>();

    ShelfBuilder(PriceList prices, Region[] regions) {
        this.prices = prices;
        for (int i = 0; i < regions.length; i++) {
            this.regions.put(regions[i], i);
        }
    }

    Map<String, List<Shelf>> build() {
        var offersByLabel = new HashMap<Shelf.Label, List<Integer>>();
        for (int i = 0; i < prices.size(); i++) {
            offersByLabel
                    .computeIfAbsent(Shelf.Label.of(prices.offer(i)), label -> new ArrayList<>())
                    .add(i);
        }
        var shelves = new HashMap<String, List<Shelf>>();
        offersByLabel.forEach(
                (label, offers) -> shelves.computeIfAbsent(label.acceleratorId(), accelerator -> new ArrayList<>())
                        .add(shelf(label, offers)));
        return shelves;
    }

    private Shelf shelf(Shelf.Label label, List<Integer> offers) {
        offers.sort(prices::compareByPrice);
        var byRegion = new TreeMap<Integer, List<Integer>>();
        for (var offer : offers) {
            var region = regions.getOrDefault(prices.offer(offer).region(), Row.EVERYWHERE);
            byRegion.computeIfAbsent(region, key -> new ArrayList<>()).add(offer);
        }
        var sample = prices.offer(offers.get(0)).instance();
        return new Shelf(
                label,
                sample,
                row(Row.EVERYWHERE, offers),
                byRegion.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toArray(Row[]::new));
    }

    private static Row row(int region, List<Integer> offers) {
        return new Row(region, offers.stream().mapToInt(Integer::intValue).toArray());
    }
}
