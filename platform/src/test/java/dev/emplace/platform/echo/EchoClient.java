package dev.emplace.platform.echo;

import dev.emplace.platform.echo.v1.EchoRequest;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.platform.echo.v1.EchoResponse;
import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import dev.emplace.testkit.grpc.GrpcCalls;
import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection to the echo service. */
public final class EchoClient implements AutoCloseable {

    private @Nullable ManagedChannel channel;

    /** Opened when first asked for: JUnit instantiates a QuarkusTest twice. */
    public ManagedChannel channel() {
        ManagedChannel open = channel == null ? GrpcCalls.channel() : channel;
        channel = open;
        return open;
    }

    public EchoServiceGrpc.EchoServiceBlockingStub blocking() {
        return EchoServiceGrpc.newBlockingStub(channel());
    }

    public String echo(Action action, String text) {
        return blocking().echo(request(action, text)).getText();
    }

    /** A call that goes on while the test does something else. */
    public Pending start(Action action, String text) {
        Pending pending = new Pending();
        EchoServiceGrpc.newStub(channel()).echo(request(action, text), pending);
        return pending;
    }

    public static EchoRequest request(Action action, String text) {
        return EchoRequest.newBuilder().setAction(action).setText(text).build();
    }

    @Override
    public void close() {
        if (channel != null) {
            channel.shutdownNow();
        }
    }

    /** The outcome of a call, once it is there. */
    public static final class Pending implements ClientResponseObserver<EchoRequest, EchoResponse> {

        private final CompletableFuture<String> answer = new CompletableFuture<>();
        private @Nullable ClientCallStreamObserver<EchoRequest> call;

        public String answer() throws Exception {
            return answer.get(5, TimeUnit.SECONDS);
        }

        /** Waits for the call as a blocking stub would, so that its error is thrown. */
        public void await() {
            try {
                answer.orTimeout(5, TimeUnit.SECONDS).join();
            } catch (CompletionException failed) {
                throw (RuntimeException) failed.getCause();
            }
        }

        public void cancel() {
            if (call != null) {
                call.cancel("the test wants it so", null);
            }
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<EchoRequest> stream) {
            call = stream;
        }

        @Override
        public void onNext(EchoResponse response) {
            answer.complete(response.getText());
        }

        @Override
        public void onError(Throwable error) {
            answer.completeExceptionally(error);
        }

        @Override
        public void onCompleted() {}
    }
}
