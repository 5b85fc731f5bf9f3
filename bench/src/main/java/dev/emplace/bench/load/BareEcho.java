package dev.emplace.bench.load;

import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.SearchOffersRequest;
import dev.emplace.api.pricing.v1.SearchOffersResponse;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same answer by gRPC alone: no limits, no checks, no metrics, no traces. Prints its port; ends with its input. */
final class BareEcho extends CatalogServiceGrpc.CatalogServiceImplBase {

    private final SearchOffersResponse answer;

    private BareEcho(SearchOffersResponse answer) {
        this.answer = answer;
    }

    public static void main(String[] args) throws IOException {
        var answer = SearchOffersResponse.parseFrom(Files.readAllBytes(Path.of(args[0])));
        var server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .directExecutor()
                .addService(new BareEcho(answer))
                .build()
                .start();
        new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                .println(server.getPort());
        System.in.transferTo(OutputStream.nullOutputStream());
        server.shutdownNow();
    }

    @Override
    public void searchOffers(SearchOffersRequest request, StreamObserver<SearchOffersResponse> out) {
        out.onNext(answer);
        out.onCompleted();
    }
}
