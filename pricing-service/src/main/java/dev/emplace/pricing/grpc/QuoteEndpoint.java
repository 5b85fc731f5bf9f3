package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.EstimateOwnershipCostRequest;
import dev.emplace.api.pricing.v1.EstimateOwnershipCostResponse;
import dev.emplace.api.pricing.v1.QuoteItem;
import dev.emplace.api.pricing.v1.QuoteResult;
import dev.emplace.api.pricing.v1.QuoteServiceGrpc;
import dev.emplace.api.pricing.v1.QuoteUsageRequest;
import dev.emplace.api.pricing.v1.QuoteUsageResponse;
import dev.emplace.pricing.domain.UnknownOfferException;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.quotes.CheapestQuotes;
import dev.emplace.pricing.domain.quotes.Quote;
import dev.emplace.pricing.domain.quotes.Quoting;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.List;

/** QuoteService of the contract, from the snapshot in memory; off the event loop, since many quotes take their time. */
@GrpcService
public class QuoteEndpoint extends QuoteServiceGrpc.QuoteServiceImplBase {

    private static final int DEFAULT_QUOTES = 10;

    private final CatalogReads reads;
    private final OfferGallery gallery;

    QuoteEndpoint(CatalogReads reads, OfferGallery gallery) {
        this.reads = reads;
        this.gallery = gallery;
    }

    @Override
    public void quoteUsage(QuoteUsageRequest request, StreamObserver<QuoteUsageResponse> out) {
        reads.compute(out, request.getMinRevision(), catalog -> quote(catalog, request));
    }

    @Override
    public void estimateOwnershipCost(
            EstimateOwnershipCostRequest request, StreamObserver<EstimateOwnershipCostResponse> out) {
        reads.compute(out, request.getMinRevision(), catalog -> new OwnershipAnswer(catalog, request).answer());
    }

    private QuoteUsageResponse quote(CatalogSnapshot catalog, QuoteUsageRequest request) {
        var sites = new SiteConditionsReader(catalog.accelerators()).read(request.getSiteConditionsList());
        var quoting = new Quoting(sites);
        var response = QuoteUsageResponse.newBuilder().setRevision(catalog.revision());
        for (int i = 0; i < request.getItemsCount(); i++) {
            response.addResults(result(catalog, quoting, "items[" + i + "]", request.getItems(i)));
        }
        return response.build();
    }

    private QuoteResult result(CatalogSnapshot catalog, Quoting quoting, String field, QuoteItem item) {
        var result = QuoteResult.newBuilder().setItemId(item.getItemId());
        quotes(catalog, quoting, field, item)
                .forEach(quote ->
                        result.addQuotes(QuoteMessages.message(gallery.message(catalog, quote.offer()), quote)));
        return result.build();
    }

    private static List<Quote> quotes(CatalogSnapshot catalog, Quoting quoting, String field, QuoteItem item) {
        var usage = UsageReader.read(field + ".usage", item.getUsage());
        if (item.hasOffer()) {
            var id = item.getOffer().substring(OfferMessages.COLLECTION.length());
            var offer = catalog.offer(id).orElseThrow(() -> new UnknownOfferException(field + ".offer", id));
            return List.of(quoting.quote(offer, usage));
        }
        var requirement =
                new RequirementReader(catalog.accelerators(), field + ".requirement", item.getRequirement()).read();
        var limit = item.getMaximumQuotes() == 0 ? DEFAULT_QUOTES : item.getMaximumQuotes();
        return CheapestQuotes.of(catalog, quoting, requirement, usage, limit);
    }
}
