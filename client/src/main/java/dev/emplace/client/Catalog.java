package dev.emplace.client;

import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.ListOffersRequest;
import dev.emplace.api.pricing.v1.ListOffersResponse;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What pricing-service offers, and how it changes. */
public final class Catalog {

    private static final int PAGE = 1000;

    private final ServiceConnection connection;
    private final Clock clock;

    public Catalog(ServiceConnection pricing) {
        this(pricing, Clock.systemUTC());
    }

    Catalog(ServiceConnection pricing, Clock clock) {
        this.connection = pricing;
        this.clock = clock;
    }

    /** All offers that meet the requirement, whatever the number of pages. */
    public OfferList list(OfferRequirement requirement) {
        ListOffersRequest.Builder request =
                ListOffersRequest.newBuilder().setRequirement(requirement).setPageSize(PAGE);
        ListOffersResponse page = service().listOffers(request.build());
        long revision = page.getRevision();
        List<Offer> offers = new ArrayList<>(page.getOffersList());
        while (!page.getNextPageToken().isEmpty()) {
            page = service()
                    .listOffers(request.setPageToken(page.getNextPageToken()).build());
            offers.addAll(page.getOffersList());
        }
        return new OfferList(offers, revision);
    }

    /**
     * The cheapest offers that meet the requirement.
     *
     * @param limit 1 to 1000
     */
    public List<Offer> cheapest(OfferRequirement requirement, int limit) {
        return service()
                .searchOffers(SearchOffersRequest.newBuilder()
                        .setRequirement(requirement)
                        .setPageSize(limit)
                        .build())
                .getOffersList();
    }

    /** Lists what meets the requirement, tells the listener, and goes on telling until it is closed. */
    public OfferWatch watch(WatchedOffers what, OfferListener listener) {
        return OfferWatch.start(this, what, listener);
    }

    ServiceConnection connection() {
        return connection;
    }

    Clock clock() {
        return clock;
    }

    private CatalogServiceGrpc.CatalogServiceBlockingStub service() {
        return connection.stub(CatalogServiceGrpc::newBlockingStub);
    }
}
