package dev.emplace.client;

import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.ListOffersRequest;
import dev.emplace.api.pricing.v1.ListOffersResponse;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.WatchOffersRequest;
import dev.emplace.api.pricing.v1.WatchOffersResponse;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** A server that answers what the test says, and remembers what it was asked. */
final class ScriptedCatalog extends CatalogServiceGrpc.CatalogServiceImplBase implements AutoCloseable {

    final List<ListOffersRequest> lists = new CopyOnWriteArrayList<>();
    final List<WatchOffersRequest> watches = new CopyOnWriteArrayList<>();

    private final BlockingQueue<Consumer<StreamObserver<ListOffersResponse>>> listAnswers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Consumer<StreamObserver<WatchOffersResponse>>> streams = new LinkedBlockingQueue<>();
    private final Server server;

    ScriptedCatalog() throws IOException {
        server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(this)
                .build()
                .start();
    }

    String address() {
        return "localhost:" + server.getPort();
    }

    ScriptedCatalog thenLists(long revision, String nextPage, String... names) {
        ListOffersResponse page = ListOffersResponse.newBuilder()
                .setRevision(revision)
                .setNextPageToken(nextPage)
                .addAllOffers(
                        List.of(names).stream().map(ScriptedCatalog::offer).toList())
                .build();
        listAnswers.add(out -> {
            out.onNext(page);
            out.onCompleted();
        });
        return this;
    }

    ScriptedCatalog thenRefusesToList(StatusRuntimeException error) {
        listAnswers.add(out -> out.onError(error));
        return this;
    }

    ScriptedCatalog thenIsAway() {
        return thenRefusesToList(Status.UNAVAILABLE.asRuntimeException());
    }

    /** The next stream that is opened; left open where it neither completes nor fails. */
    ScriptedCatalog thenStreams(Consumer<StreamObserver<WatchOffersResponse>> stream) {
        streams.add(stream);
        return this;
    }

    @Override
    public void listOffers(ListOffersRequest request, StreamObserver<ListOffersResponse> out) {
        lists.add(request);
        take(listAnswers).accept(out);
    }

    @Override
    public void watchOffers(WatchOffersRequest request, StreamObserver<WatchOffersResponse> out) {
        watches.add(request);
        take(streams).accept(out);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    static Offer offer(String name) {
        return Offer.newBuilder().setName("offers/" + name).build();
    }

    /** What the script does not have is not answered: the call waits. */
    private static <A> Consumer<StreamObserver<A>> take(BlockingQueue<Consumer<StreamObserver<A>>> script) {
        var next = script.poll();
        return next == null ? out -> {} : next;
    }
}
