package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.CompareDeploymentsRequest;
import dev.emplace.api.pricing.v1.CompareDeploymentsResponse;
import dev.emplace.api.pricing.v1.EstimateOwnershipCostRequest;
import dev.emplace.api.pricing.v1.EstimateOwnershipCostResponse;
import dev.emplace.api.pricing.v1.QuoteServiceGrpc;
import dev.emplace.api.pricing.v1.QuoteUsageRequest;
import dev.emplace.api.pricing.v1.QuoteUsageResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

/** QuoteService of the contract, from the snapshot in memory; off the event loop, since many quotes take their time. */
@GrpcService
public class QuoteEndpoint extends QuoteServiceGrpc.QuoteServiceImplBase {

    private final CatalogReads reads;
    private final OfferGallery gallery;

    QuoteEndpoint(CatalogReads reads, OfferGallery gallery) {
        this.reads = reads;
        this.gallery = gallery;
    }

    @Override
    public void quoteUsage(QuoteUsageRequest request, StreamObserver<QuoteUsageResponse> out) {
        var times = AskedTimes.of(
                request.hasAsOfTime(), request.getAsOfTime(), request.hasEffectiveTime(), request.getEffectiveTime());
        reads.compute(
                out, request.getMinRevision(), times, catalog -> new QuoteAnswer(catalog, gallery, request).answer());
    }

    @Override
    public void estimateOwnershipCost(
            EstimateOwnershipCostRequest request, StreamObserver<EstimateOwnershipCostResponse> out) {
        reads.compute(out, request.getMinRevision(), catalog -> new OwnershipAnswer(catalog, request).answer());
    }

    @Override
    public void compareDeployments(CompareDeploymentsRequest request, StreamObserver<CompareDeploymentsResponse> out) {
        reads.compute(
                out, request.getMinRevision(), catalog -> new ComparisonAnswer(catalog, gallery, request).answer());
    }
}
