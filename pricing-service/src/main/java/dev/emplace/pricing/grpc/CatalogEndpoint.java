package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.GetAcceleratorRequest;
import dev.emplace.api.pricing.v1.GetAcceleratorResponse;
import dev.emplace.api.pricing.v1.GetOfferRequest;
import dev.emplace.api.pricing.v1.GetOfferResponse;
import dev.emplace.api.pricing.v1.ListAcceleratorsRequest;
import dev.emplace.api.pricing.v1.ListAcceleratorsResponse;
import dev.emplace.api.pricing.v1.ListOffersRequest;
import dev.emplace.api.pricing.v1.ListOffersResponse;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
import dev.emplace.api.pricing.v1.SearchOffersResponse;
import dev.emplace.platform.paging.InvalidPageTokenException;
import dev.emplace.platform.paging.Page;
import dev.emplace.pricing.domain.UnknownOfferException;
import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.search.RankedPosition;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

/** CatalogService of the contract, from the snapshot in memory. */
@GrpcService
public class CatalogEndpoint extends CatalogServiceGrpc.CatalogServiceImplBase {

    private static final int DEFAULT_LIST = 100;
    private static final int DEFAULT_SEARCH = 10;
    private static final int MAXIMUM = 1000;

    /** A page of this size takes about as long as a change of threads. */
    private static final int LONGEST_ON_EVENT_LOOP = 100;

    private final CatalogReads reads;
    private final OfferGallery gallery;

    CatalogEndpoint(CatalogReads reads, OfferGallery gallery) {
        this.reads = reads;
        this.gallery = gallery;
    }

    @Override
    public void getAccelerator(GetAcceleratorRequest request, StreamObserver<GetAcceleratorResponse> out) {
        reads.answer(out, request.getMinRevision(), catalog -> {
            var accelerator = AcceleratorNames.resolve(catalog.accelerators(), "name", request.getName());
            return GetAcceleratorResponse.newBuilder()
                    .setAccelerator(AcceleratorMessages.message(catalog.accelerators(), accelerator))
                    .setRevision(catalog.revision())
                    .build();
        });
    }

    @Override
    public void listAccelerators(ListAcceleratorsRequest request, StreamObserver<ListAcceleratorsResponse> out) {
        reads.answer(out, request.getMinRevision(), catalog -> list(catalog, request));
    }

    @Override
    public void getOffer(GetOfferRequest request, StreamObserver<GetOfferResponse> out) {
        reads.answer(out, request.getMinRevision(), catalog -> {
            var id = request.getName().substring(OfferMessages.COLLECTION.length());
            var offer = catalog.offer(id).orElseThrow(() -> new UnknownOfferException("name", id));
            return GetOfferResponse.newBuilder()
                    .setOffer(gallery.message(catalog, offer))
                    .setRevision(catalog.revision())
                    .build();
        });
    }

    @Override
    public void listOffers(ListOffersRequest request, StreamObserver<ListOffersResponse> out) {
        reads.compute(out, request.getMinRevision(), catalog -> list(catalog, request));
    }

    @Override
    public void searchOffers(SearchOffersRequest request, StreamObserver<SearchOffersResponse> out) {
        if (request.getPageSize() <= LONGEST_ON_EVENT_LOOP) {
            reads.answer(out, request.getMinRevision(), catalog -> search(catalog, request));
        } else {
            reads.compute(out, request.getMinRevision(), catalog -> search(catalog, request));
        }
    }

    private static ListAcceleratorsResponse list(CatalogSnapshot catalog, ListAcceleratorsRequest request) {
        var page = Page.of(request, DEFAULT_LIST, MAXIMUM);
        var vendor = VendorFilter.of(request.getVendor());
        var after = page.after().orElse("");
        var found = catalog.accelerators().accelerators().stream()
                .filter(vendor::admits)
                .filter(accelerator -> accelerator.id().compareTo(after) > 0)
                .limit(page.size() + 1L)
                .toList();
        var shown = found.subList(0, Math.min(page.size(), found.size()));
        var response = ListAcceleratorsResponse.newBuilder().setRevision(catalog.revision());
        for (Accelerator accelerator : shown) {
            response.addAccelerators(AcceleratorMessages.message(catalog.accelerators(), accelerator));
        }
        if (found.size() > shown.size()) {
            response.setNextPageToken(page.next(shown.get(shown.size() - 1).id()));
        }
        return response.build();
    }

    private ListOffersResponse list(CatalogSnapshot catalog, ListOffersRequest request) {
        var page = Page.of(request, DEFAULT_LIST, MAXIMUM);
        var requirement = new RequirementReader(catalog.accelerators(), "requirement", request.getRequirement()).read();
        var found = catalog.list(requirement, page.after(), page.size() + 1);
        var shown = found.subList(0, Math.min(page.size(), found.size()));
        var response = ListOffersResponse.newBuilder().setRevision(catalog.revision());
        shown.forEach(offer -> response.addOffers(gallery.message(catalog, offer)));
        if (found.size() > shown.size()) {
            response.setNextPageToken(page.next(shown.get(shown.size() - 1).id()));
        }
        return response.build();
    }

    private SearchOffersResponse search(CatalogSnapshot catalog, SearchOffersRequest request) {
        var page = Page.of(request, DEFAULT_SEARCH, MAXIMUM);
        var requirement = new RequirementReader(catalog.accelerators(), "requirement", request.getRequirement()).read();
        var ranking = catalog.rank(requirement, page.after().map(CatalogEndpoint::position));
        var response = SearchOffersResponse.newBuilder().setRevision(catalog.revision());
        for (int i = 0; i < page.size() && ranking.hasNext(); i++) {
            response.addOffers(gallery.message(catalog, ranking.next()));
        }
        if (ranking.hasNext()) {
            response.setNextPageToken(page.next(ranking.position().encoded()));
        }
        return response.build();
    }

    private static RankedPosition position(String encoded) {
        return RankedPosition.decoded(encoded).orElseThrow(InvalidPageTokenException::new);
    }
}
