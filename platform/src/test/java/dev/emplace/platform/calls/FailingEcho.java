package dev.emplace.platform.calls;

import dev.emplace.platform.echo.v1.EchoRequest;
import dev.emplace.platform.echo.v1.EchoResponse;
import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import dev.emplace.platform.echo.v1.ListEchoesRequest;
import dev.emplace.platform.echo.v1.ListEchoesResponse;
import dev.emplace.platform.errors.Failure;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Another service as it fails: it counts the calls that reach it, and refuses them as the test says. */
final class FailingEcho extends EchoServiceGrpc.EchoServiceImplBase implements AutoCloseable {

    private final AtomicInteger reached = new AtomicInteger();
    private final IntFunction<@Nullable Failure> answers;
    private final Server server;

    /** @param answers how the n-th call, from 1, is refused; null where it is answered */
    FailingEcho(IntFunction<@Nullable Failure> answers) throws IOException {
        this.answers = answers;
        this.server = NettyServerBuilder.forPort(0).addService(this).build().start();
    }

    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    int reached() {
        return reached.get();
    }

    @Override
    public void echo(EchoRequest request, StreamObserver<EchoResponse> out) {
        answer(out, EchoResponse.getDefaultInstance());
    }

    @Override
    public void listEchoes(ListEchoesRequest request, StreamObserver<ListEchoesResponse> out) {
        answer(out, ListEchoesResponse.getDefaultInstance());
    }

    private <R> void answer(StreamObserver<R> out, R response) {
        Failure failure = answers.apply(reached.incrementAndGet());
        if (failure != null) {
            out.onError(GrpcStatuses.of(failure));
            return;
        }
        out.onNext(response);
        out.onCompleted();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
