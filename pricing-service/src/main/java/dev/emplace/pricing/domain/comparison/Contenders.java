package dev.emplace.pricing.domain.comparison;

import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Commitment;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Term;
import dev.emplace.pricing.domain.search.Requirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ways to have the work done that are worth comparing. */
public final class Contenders {

    private Contenders() {}

    private record Way(String providerId, CommercialModel model, Optional<Term> term) {}

    /** Of each provider, way to buy and term, the offer with the cheapest machines for so many accelerators. */
    public static List<Offer> meeting(CatalogSnapshot catalog, Requirement requirement, int accelerators) {
        Map<Way, Offer> cheapest = new LinkedHashMap<>();
        var ranking = catalog.rank(requirement.withAcceleratorCount(accelerators), Optional.empty());
        while (ranking.hasNext()) {
            var offer = ranking.next();
            var way = new Way(
                    offer.region().provider().id(),
                    offer.model(),
                    offer.commitment().map(Commitment::term));
            cheapest.putIfAbsent(way, offer);
        }
        return List.copyOf(cheapest.values());
    }
}
