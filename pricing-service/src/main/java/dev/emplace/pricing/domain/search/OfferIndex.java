package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.places.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An immutable index of the rankable offers: shelves by accelerator, each in price order, as a whole and region by
 * region. A search touches the shelves that match, not the offers on them: its time does not grow with the catalog.
 */
public final class OfferIndex {

    private final PriceList prices;
    private final Region[] regions;
    private final Map<String, List<Shelf>> shelvesByAccelerator;
    private final List<Shelf> shelves;

    private OfferIndex(PriceList prices, Region[] regions, Map<String, List<Shelf>> shelvesByAccelerator) {
        this.prices = prices;
        this.regions = regions;
        this.shelvesByAccelerator = shelvesByAccelerator;
        this.shelves = shelvesByAccelerator.values().stream()
                .flatMap(Collection::stream)
                .toList();
    }

    /** Of any offers; those that cannot be ranked (no price, no accelerator, another currency) are left out. */
    public static OfferIndex of(Collection<Offer> offers) {
        var rankable = offers.stream()
                .filter(PriceList::rankable)
                .sorted(Comparator.comparing(Offer::id))
                .toList();
        var prices = new PriceList(rankable);
        var regions = rankable.stream()
                .map(Offer::region)
                .distinct()
                .sorted(Comparator.comparing(Region::id))
                .toArray(Region[]::new);
        return new OfferIndex(prices, regions, new ShelfBuilder(prices, regions).build());
    }

    public int size() {
        return prices.size();
    }

    /**
     * Ranks by the price of an accelerator-hour, or, where a count is required, by what so many cost an hour in whole
     * machines. Equals: the cheaper machine first, then by id.
     *
     * @param after ranks only what stands behind this position
     */
    public Ranking rank(Requirement requirement, Optional<RankedPosition> after) {
        var admitted = admittedRegions(requirement.place());
        var cursors = new ArrayList<Cursor>();
        for (var shelf : candidates(requirement.machine())) {
            if (shelf.admits(requirement)) {
                addCursors(shelf, requirement, admitted, cursors);
            }
        }
        requirement.maximumUnitPrice().ifPresent(maximum -> stopAbove(maximum, cursors));
        after.ifPresent(position -> cursors.forEach(cursor -> cursor.seekBehind(position)));
        cursors.removeIf(Cursor::isExhausted);
        return new Ranking(prices, cursors);
    }

    private List<Shelf> candidates(MachineRequirement machine) {
        if (machine.acceleratorIds().isEmpty()) {
            return shelves;
        }
        var candidates = new ArrayList<Shelf>();
        for (var id : machine.acceleratorIds()) {
            candidates.addAll(shelvesByAccelerator.getOrDefault(id, List.of()));
        }
        return candidates;
    }

    private void addCursors(Shelf shelf, Requirement requirement, Optional<boolean[]> admitted, List<Cursor> cursors) {
        var count = requirement.acceleratorCount();
        long machines = count == 0 ? 0 : shelf.machinesFor(count);
        if (admitted.isEmpty()) {
            cursors.add(new Cursor(prices, shelf.everywhere(), machines));
            return;
        }
        for (var row : shelf.byRegion()) {
            if (admitted.get()[row.region()]) {
                cursors.add(new Cursor(prices, row, machines));
            }
        }
    }

    /** Empty where every region is admitted, which spares the merging of regions. */
    private Optional<boolean[]> admittedRegions(PlaceRequirement place) {
        if (place.equals(PlaceRequirement.ANY)) {
            return Optional.empty();
        }
        var admitted = new boolean[regions.length];
        for (int i = 0; i < regions.length; i++) {
            admitted[i] = place.admits(regions[i]);
        }
        return Optional.of(admitted);
    }

    private static void stopAbove(Money maximum, List<Cursor> cursors) {
        long nanos = PriceList.ceiling(maximum);
        cursors.forEach(cursor -> cursor.stopAbove(nanos));
    }
}
