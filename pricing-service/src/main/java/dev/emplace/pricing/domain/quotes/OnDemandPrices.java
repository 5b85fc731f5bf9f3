package dev.emplace.pricing.domain.quotes;

import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.search.MachineRequirement;
import dev.emplace.pricing.domain.search.PlaceRequirement;
import dev.emplace.pricing.domain.search.Requirement;
import java.util.Optional;
import java.util.Set;

/** Finds what a machine costs on demand: the same machine of the same provider in the same region. */
@FunctionalInterface
public interface OnDemandPrices {

    OnDemandPrices UNKNOWN = offer -> Optional.empty();

    /** The cheapest, where there are several zones; in US dollars. */
    Optional<Offer> of(Offer offer);

    static OnDemandPrices in(CatalogSnapshot catalog) {
        return offer -> {
            var ranking = catalog.rank(like(offer), Optional.empty());
            while (ranking.hasNext()) {
                var found = ranking.next();
                if (found.instance().name().equals(offer.instance().name())) {
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        };
    }

    private static Requirement like(Offer offer) {
        var region = offer.region();
        return new Requirement(
                new MachineRequirement(
                        offer.instance()
                                .accelerator()
                                .map(each -> Set.of(each.id()))
                                .orElse(Set.of()),
                        0,
                        0,
                        false),
                new PlaceRequirement(
                        Set.of(), Set.of(region.provider().id()), Set.of(), Set.of(), Set.of(region.code()), Set.of()),
                0,
                Set.of(CommercialModel.ON_DEMAND),
                Set.of(region.partition()),
                Optional.empty());
    }
}
