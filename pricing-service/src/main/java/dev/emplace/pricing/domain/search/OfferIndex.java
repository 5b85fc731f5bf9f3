package dev.emplace.pricing.domain.search;

import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Precedence;
import dev.emplace.pricing.domain.places.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An immutable index of the rankable offers: rows of like offers in price order, everywhere and region by region. A
 * search opens the rows that could hold the next offer, and no others: its time does not grow with the catalog.
 */
public final class OfferIndex {

    private final PriceList prices;
    private final Floor everywhere;
    private final Map<Region, Floor> byRegion;

    private OfferIndex(PriceList prices) {
        var builder = new FloorBuilder(prices);
        this.prices = prices;
        this.everywhere = builder.everywhere();
        this.byRegion = builder.byRegion();
    }

    /**
     * Of any offers; of several for one thing to buy only the one that counts. Those that cannot be ranked (no price, no
     * accelerator, another currency) are left out.
     */
    public static OfferIndex of(Collection<Offer> offers) {
        return new OfferIndex(new PriceList(Precedence.counting(offers).stream()
                .filter(PriceList::rankable)
                .sorted(Comparator.comparing(Offer::id))
                .toList()));
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
        return shelves(requirement, after);
    }

    /**
     * A ranking with the offers of a newer one, of the same requirement, in the place of some of its own.
     *
     * @param replaced ids of the offers that the older one no longer speaks for
     */
    public static Ranking overlaid(Ranking older, Set<String> replaced, Ranking newer) {
        return new OverlaidRanking(older, replaced, newer);
    }

    private ShelfRanking shelves(Requirement requirement, Optional<RankedPosition> after) {
        var filter = new ShelfFilter(requirement);
        var accelerators = requirement.acceleratorCount();
        long highest = requirement.maximumUnitPrice().map(PriceList::ceiling).orElse(Long.MAX_VALUE);
        var cursors = new ArrayList<RackCursor>();
        for (var rack : racks(requirement)) {
            var cursor = new RackCursor(rack, filter, accelerators, highest);
            if (!cursor.isExhausted()) {
                cursors.add(cursor);
            }
        }
        return new ShelfRanking(prices, cursors, accelerators, highest, after);
    }

    private List<Rack> racks(Requirement requirement) {
        var racks = new ArrayList<Rack>();
        if (requirement.place().equals(PlaceRequirement.ANY)) {
            addRacks(everywhere, requirement, racks);
            return racks;
        }
        byRegion.forEach((region, floor) -> {
            if (requirement.place().admits(region)) {
                addRacks(floor, requirement, racks);
            }
        });
        return racks;
    }

    private static void addRacks(Floor floor, Requirement requirement, List<Rack> racks) {
        addRacks(floor, requirement.machine(), racks);
        if (requirement.dates().admitSome()) {
            addRacks(floor.dated(), requirement.machine(), racks);
        }
    }

    private static void addRacks(Floor floor, MachineRequirement machine, List<Rack> racks) {
        if (machine.acceleratorIds().isEmpty()) {
            racks.add(floor.all());
            return;
        }
        for (var id : machine.acceleratorIds()) {
            racks.add(floor.of(id));
        }
    }
}
