package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.offers.OfferNames;
import dev.emplace.pricing.domain.search.OfferIndex;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Offers by id, and an index that ranks them. */
final class SnapshotBase {

    static final SnapshotBase EMPTY = new SnapshotBase(List.of());

    private static final String AFTER_ANY_SOURCE = "\uffff";

    private final NavigableMap<String, StandingOffer> byId = new TreeMap<>();
    private final OfferIndex index;

    SnapshotBase(Collection<StandingOffer> standing) {
        standing.forEach(each -> byId.put(each.offer().id(), each));
        this.index =
                OfferIndex.of(byId.values().stream().map(StandingOffer::offer).toList());
    }

    NavigableMap<String, StandingOffer> byId() {
        return byId;
    }

    /** What all sources say of one thing to buy. */
    List<StandingOffer> of(String thing) {
        return byId.subMap(thing, OfferNames.id(thing, AFTER_ANY_SOURCE)).values().stream()
                .filter(each -> OfferNames.thingOf(each.offer().id()).equals(thing))
                .toList();
    }

    boolean speaksOf(String thing) {
        return !of(thing).isEmpty();
    }

    OfferIndex index() {
        return index;
    }
}
