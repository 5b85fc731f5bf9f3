package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.StatisticsServiceGrpc;
import dev.emplace.api.pricing.v1.SummarizePricesRequest;
import dev.emplace.api.pricing.v1.SummarizePricesResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

/** StatisticsService of the contract; off the event loop, since it looks at every offer. */
@GrpcService
public class StatisticsEndpoint extends StatisticsServiceGrpc.StatisticsServiceImplBase {

    private final CatalogReads reads;

    StatisticsEndpoint(CatalogReads reads) {
        this.reads = reads;
    }

    @Override
    public void summarizePrices(SummarizePricesRequest request, StreamObserver<SummarizePricesResponse> out) {
        reads.compute(out, request.getMinRevision(), catalog -> new StatisticsAnswer(catalog, request).answer());
    }
}
