package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.accelerators.AliasTable;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.search.OfferIndex;
import dev.emplace.pricing.domain.search.RankedPosition;
import dev.emplace.pricing.domain.search.Ranking;
import dev.emplace.pricing.domain.search.Requirement;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The catalog at one revision: immutable, read by any number of threads without a lock. */
public final class CatalogSnapshot {

    private final long revision;
    private final AliasTable accelerators;
    private final NavigableMap<String, Offer> offers = new TreeMap<>();
    private final OfferIndex index;

    public CatalogSnapshot(AliasTable accelerators, PublishedOffers published) {
        this.revision = published.revision();
        this.accelerators = accelerators;
        published.offers().forEach(offer -> offers.put(offer.id(), offer));
        this.index = OfferIndex.of(offers.values());
    }

    public long revision() {
        return revision;
    }

    public AliasTable accelerators() {
        return accelerators;
    }

    public int size() {
        return offers.size();
    }

    public Optional<Offer> offer(String id) {
        return Optional.ofNullable(offers.get(id));
    }

    /** The offers that meet a requirement, in order of their ids, those without a price too. */
    public List<Offer> list(Requirement requirement, Optional<String> afterId, int limit) {
        var rest = afterId.isPresent() ? offers.tailMap(afterId.get(), false) : offers;
        return rest.values().stream().filter(requirement::admits).limit(limit).toList();
    }

    /** The offers that meet a requirement and have a price, cheapest first. */
    public Ranking rank(Requirement requirement, Optional<RankedPosition> after) {
        return index.rank(requirement, after);
    }
}
