package dev.emplace.pricing.grpc;

import com.google.protobuf.Timestamp;
import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.GetAcceleratorRequest;
import dev.emplace.api.pricing.v1.GetAcceleratorResponse;
import dev.emplace.api.pricing.v1.GetOfferRequest;
import dev.emplace.api.pricing.v1.GetOfferResponse;
import dev.emplace.api.pricing.v1.ListAcceleratorsRequest;
import dev.emplace.api.pricing.v1.ListAcceleratorsResponse;
import dev.emplace.api.pricing.v1.ListOffersRequest;
import dev.emplace.api.pricing.v1.ListOffersResponse;
import dev.emplace.api.pricing.v1.ListPriceHistoryRequest;
import dev.emplace.api.pricing.v1.ListPriceHistoryResponse;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
import dev.emplace.api.pricing.v1.SearchOffersResponse;
import dev.emplace.api.pricing.v1.WatchOffersRequest;
import dev.emplace.api.pricing.v1.WatchOffersResponse;
import dev.emplace.platform.paging.InvalidPageTokenException;
import dev.emplace.platform.paging.Page;
import dev.emplace.platform.watch.Watches;
import dev.emplace.pricing.domain.UnknownOfferException;
import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.catalog.OfferChange;
import dev.emplace.pricing.domain.catalog.OfferVersion;
import dev.emplace.pricing.domain.catalog.PriceHistory;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.search.RankedPosition;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** CatalogService of the contract, from the snapshot in memory; of other times, from the price book. */
@GrpcService
public class CatalogEndpoint extends CatalogServiceGrpc.CatalogServiceImplBase {

    private static final int DEFAULT_LIST = 100;
    private static final int DEFAULT_SEARCH = 10;
    private static final int MAXIMUM = 1000;

    /** A page of this size takes about as long as a change of threads. */
    private static final int LONGEST_ON_EVENT_LOOP = 100;

    private final CatalogReads reads;
    private final PriceHistory history;
    private final OfferGallery gallery;
    private final Watches<OfferChange> watches;
    private final SharedAnswers answers;
    private final Reference reference;

    CatalogEndpoint(
            CatalogReads reads,
            PriceHistory history,
            OfferGallery gallery,
            Watches<OfferChange> watches,
            SharedAnswers answers,
            Reference reference) {
        this.reads = reads;
        this.history = history;
        this.gallery = gallery;
        this.watches = watches;
        this.answers = answers;
        this.reference = reference;
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
        var id = request.getName().substring(OfferMessages.COLLECTION.length());
        var times = AskedTimes.of(
                request.hasAsOfTime(), request.getAsOfTime(), request.hasEffectiveTime(), request.getEffectiveTime());
        if (times.areNow()) {
            reads.answer(
                    out,
                    request.getMinRevision(),
                    catalog -> response(
                            catalog.revision(), catalog.offer(id).map(offer -> gallery.message(catalog, offer)), id));
        } else {
            reads.past(
                    out,
                    request.getMinRevision(),
                    times,
                    vantage -> response(
                            vantage.revision(),
                            history.offer(id, vantage).filter(reads::shows).map(gallery::message),
                            id));
        }
    }

    private static GetOfferResponse response(long revision, Optional<Offer> offer, String id) {
        return GetOfferResponse.newBuilder()
                .setOffer(offer.orElseThrow(() -> new UnknownOfferException("name", id)))
                .setRevision(revision)
                .build();
    }

    @Override
    public void listPriceHistory(ListPriceHistoryRequest request, StreamObserver<ListPriceHistoryResponse> out) {
        var asOf = AskedTimes.of(request.hasAsOfTime(), request.getAsOfTime(), false, Timestamp.getDefaultInstance());
        reads.past(
                out,
                request.getMinRevision(),
                asOf,
                vantage -> new PriceHistoryPage(this::versions, gallery, request).answer(vantage.revision()));
    }

    private List<OfferVersion> versions(String id) {
        return history.versions(id).stream()
                .filter(version -> reads.shows(version.offer()))
                .toList();
    }

    @Override
    public void listOffers(ListOffersRequest request, StreamObserver<ListOffersResponse> out) {
        var times = AskedTimes.of(
                request.hasAsOfTime(), request.getAsOfTime(), request.hasEffectiveTime(), request.getEffectiveTime());
        reads.compute(out, request.getMinRevision(), times, catalog -> list(catalog, request));
    }

    @Override
    public void searchOffers(SearchOffersRequest request, StreamObserver<SearchOffersResponse> out) {
        var times = AskedTimes.of(
                request.hasAsOfTime(), request.getAsOfTime(), request.hasEffectiveTime(), request.getEffectiveTime());
        if (times.areNow() && request.getPageSize() <= LONGEST_ON_EVENT_LOOP) {
            reads.answer(out, request.getMinRevision(), catalog -> search(catalog, request));
        } else {
            reads.compute(out, request.getMinRevision(), times, catalog -> search(catalog, request));
        }
    }

    @Override
    public void watchOffers(WatchOffersRequest request, StreamObserver<WatchOffersResponse> out) {
        var shown = reads.shown();
        watches.open(
                out,
                request.getStartRevision(),
                request.getStartIndex(),
                () -> new OfferWatchMessages(
                        gallery,
                        answers,
                        new RequirementReader(reference.accelerators(), "requirement", request.getRequirement())
                                .readToLook(),
                        BigDecimal.valueOf(request.getMinChangePercent()),
                        shown));
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
        var requirement =
                new RequirementReader(catalog.accelerators(), "requirement", request.getRequirement()).readToLook();
        var found = catalog.list(requirement, page.after(), page.size() + 1);
        var shown = found.subList(0, Math.min(page.size(), found.size()));
        var response = ListOffersResponse.newBuilder().setRevision(catalog.revision());
        var offers = new EncodedOffers();
        shown.forEach(offer -> offers.add(gallery.encoded(catalog, offer)));
        response.setUnknownFields(offers.as(ListOffersResponse.OFFERS_FIELD_NUMBER));
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
        var offers = new EncodedOffers();
        for (int i = 0; i < page.size() && ranking.hasNext(); i++) {
            offers.add(gallery.encoded(catalog, ranking.next()));
        }
        response.setUnknownFields(offers.as(SearchOffersResponse.OFFERS_FIELD_NUMBER));
        if (ranking.hasNext()) {
            response.setNextPageToken(page.next(ranking.position().encoded()));
        }
        return response.build();
    }

    private static RankedPosition position(String encoded) {
        return RankedPosition.decoded(encoded).orElseThrow(InvalidPageTokenException::new);
    }
}
