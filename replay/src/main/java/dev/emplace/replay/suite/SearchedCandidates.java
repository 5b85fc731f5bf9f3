package dev.emplace.replay.suite;

import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
import dev.emplace.api.pricing.v1.SearchOffersResponse;
import dev.emplace.replay.domain.Demand;
import dev.emplace.replay.domain.Listing;
import dev.emplace.replay.domain.Market;
import dev.emplace.replay.domain.Workload;
import io.grpc.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Asks the suite for candidates when a workload arrives: SearchOffers, cheapest first, page by page until enough of
 * them also have its CPUs and memory, which the search does not know. Keeps how long each decision took.
 */
public final class SearchedCandidates implements Function<Workload, List<Listing>> {

    private static final int PAGE = 200;
    private static final int ENOUGH = 40;
    private static final int WHOLE = 1000;

    private final Catalog catalog;
    private final Instant pricingMoment;
    private final Map<String, Listing> known = new HashMap<>();
    private final List<Long> nanos = new ArrayList<>();
    private String lastId = "";
    private List<Listing> lastFound = List.of();

    /** Only what the market holds is answered: the rest has no price that may be counted with. */
    public SearchedCandidates(Channel pricing, PriceRule rule, Market market) {
        catalog = new Catalog(pricing);
        pricingMoment = rule.moment();
        market.listings().forEach(listing -> known.put(listing.offer(), listing));
    }

    /** One arrival is one question, however often a policy looks at the answer. */
    @Override
    public List<Listing> apply(Workload workload) {
        if (!workload.id().equals(lastId)) {
            long begun = System.nanoTime();
            lastFound = search(workload.demand());
            lastId = workload.id();
            nanos.add(System.nanoTime() - begun);
        }
        return lastFound;
    }

    /** How long each decision took, in nanoseconds. */
    public List<Long> nanos() {
        return List.copyOf(nanos);
    }

    private List<Listing> search(Demand demand) {
        OfferRequirement requirement = requirement(demand);
        List<Listing> found = new ArrayList<>();
        String token = "";
        do {
            SearchOffersResponse page = catalog.catalog()
                    .searchOffers(SearchOffersRequest.newBuilder()
                            .setRequirement(requirement)
                            .setEffectiveTime(Catalog.timestamp(pricingMoment))
                            .setPageSize(PAGE)
                            .setPageToken(token)
                            .build());
            page.getOffersList().stream()
                    .map(Offer::getName)
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .filter(listing -> !listing.isStanding() && demand.isMetBy(listing))
                    .forEach(found::add);
            token = page.getNextPageToken();
        } while (found.size() < enough(demand) && !token.isEmpty());
        return found;
    }

    /** Shares of a card are not searched for by their price: all are read. */
    private static int enough(Demand demand) {
        return demand.gpuMilli() < WHOLE ? Integer.MAX_VALUE : ENOUGH;
    }

    private static OfferRequirement requirement(Demand demand) {
        OfferRequirement.Builder requirement = OfferRequirement.newBuilder()
                .addAllAccelerators(demand.accelerators())
                .addAllDeniedProviders(demand.deniedProviders())
                .addCommercialModels(CommercialModel.COMMERCIAL_MODEL_ON_DEMAND);
        if (demand.preemptible()) {
            requirement.addCommercialModels(CommercialModel.COMMERCIAL_MODEL_SPOT);
        }
        if (demand.euBound()) {
            requirement.addJurisdictions("EU");
        }
        if (demand.gpuMilli() >= WHOLE) {
            requirement
                    .setAcceleratorCount(demand.gpuMilli() / WHOLE)
                    .setMinimumAcceleratorsPerMachine(demand.gpuMilli() / WHOLE);
        }
        return requirement.build();
    }
}
