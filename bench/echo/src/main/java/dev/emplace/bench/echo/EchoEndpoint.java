package dev.emplace.bench.echo;

import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.ListAcceleratorsRequest;
import dev.emplace.api.pricing.v1.ListAcceleratorsResponse;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
import dev.emplace.api.pricing.v1.SearchOffersResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.io.IOException;
import java.nio.file.Files;

/** Answers every search with one message that is there already, and a list with an empty one. */
@GrpcService
public class EchoEndpoint extends CatalogServiceGrpc.CatalogServiceImplBase {

    private final SearchOffersResponse answer;

    EchoEndpoint(EchoConfig config) throws IOException {
        answer = SearchOffersResponse.parseFrom(Files.readAllBytes(config.answer()));
    }

    @Override
    public void searchOffers(SearchOffersRequest request, StreamObserver<SearchOffersResponse> out) {
        out.onNext(answer);
        out.onCompleted();
    }

    @Override
    public void listAccelerators(ListAcceleratorsRequest request, StreamObserver<ListAcceleratorsResponse> out) {
        out.onNext(ListAcceleratorsResponse.getDefaultInstance());
        out.onCompleted();
    }
}
