package dev.emplace.replay.suite;

import com.google.protobuf.Timestamp;
import dev.emplace.api.pricing.v1.Accelerator;
import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.ListAcceleratorsRequest;
import dev.emplace.api.pricing.v1.ListAcceleratorsResponse;
import dev.emplace.api.pricing.v1.ListOffersRequest;
import dev.emplace.api.pricing.v1.ListOffersResponse;
import dev.emplace.api.pricing.v1.ListProvidersRequest;
import dev.emplace.api.pricing.v1.ListProvidersResponse;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.Provider;
import dev.emplace.api.pricing.v1.ProviderServiceGrpc;
import io.grpc.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The catalog of a running pricing-service, page by page. */
final class Catalog {

    private static final int PAGE = 1000;
    private static final int DEADLINE_SECONDS = 30;

    private final Channel channel;

    Catalog(Channel channel) {
        this.channel = channel;
    }

    List<Accelerator> accelerators() {
        List<Accelerator> all = new ArrayList<>();
        String token = "";
        do {
            ListAcceleratorsResponse page = catalog()
                    .listAccelerators(ListAcceleratorsRequest.newBuilder()
                            .setPageSize(PAGE)
                            .setPageToken(token)
                            .build());
            all.addAll(page.getAcceleratorsList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return all;
    }

    /** Offers of some accelerators as they held at a time; in the EU alone if so asked. */
    List<Offer> offers(Collection<String> accelerators, Instant at, boolean inEu) {
        OfferRequirement.Builder requirement = OfferRequirement.newBuilder().addAllAccelerators(accelerators);
        if (inEu) {
            requirement.addJurisdictions("EU");
        }
        List<Offer> all = new ArrayList<>();
        String token = "";
        do {
            ListOffersResponse page = catalog()
                    .listOffers(ListOffersRequest.newBuilder()
                            .setRequirement(requirement)
                            .setEffectiveTime(timestamp(at))
                            .setPageSize(PAGE)
                            .setPageToken(token)
                            .build());
            all.addAll(page.getOffersList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return all;
    }

    List<Provider> providers() {
        List<Provider> all = new ArrayList<>();
        String token = "";
        do {
            ListProvidersResponse page = ProviderServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                    .listProviders(ListProvidersRequest.newBuilder()
                            .setPageSize(PAGE)
                            .setPageToken(token)
                            .build());
            all.addAll(page.getProvidersList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return all;
    }

    static Timestamp timestamp(Instant moment) {
        return Timestamp.newBuilder().setSeconds(moment.getEpochSecond()).build();
    }

    CatalogServiceGrpc.CatalogServiceBlockingStub catalog() {
        return CatalogServiceGrpc.newBlockingStub(channel).withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
}
