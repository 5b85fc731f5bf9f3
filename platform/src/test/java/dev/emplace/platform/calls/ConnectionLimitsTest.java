package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import dev.emplace.platform.echo.v1.StreamEchoesRequest;
import dev.emplace.platform.echo.v1.StreamEchoesResponse;
import io.grpc.ConnectivityState;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Under test, a connection carries 20 calls at the same time and bears 50 resets in 10 s. */
@QuarkusTest
class ConnectionLimitsTest {

    private static final int ENDED = -1;

    private final EchoClient client = new EchoClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void noMoreCallsThanTheLimitAreOpenOnAConnection() {
        client.echo(Action.ACTION_UNSPECIFIED, "connect");
        AtomicInteger answered = new AtomicInteger();
        for (int n = 0; n < 25; n++) {
            stream(answered);
        }

        Awaitility.await().untilAtomic(answered, Matchers.is(20));
        Awaitility.await().during(300, TimeUnit.MILLISECONDS).untilAtomic(answered, Matchers.is(20));
    }

    @Test
    void floodOfResetsEndsItsConnectionAndNoOther() throws Exception {
        try (EchoClient bystander = new EchoClient()) {
            bystander.echo(Action.ACTION_UNSPECIFIED, "connect");
            client.echo(Action.ACTION_UNSPECIFIED, "connect");
            CountDownLatch flooderLost = new CountDownLatch(1);
            client.channel().notifyWhenStateChanged(ConnectivityState.READY, flooderLost::countDown);

            for (int n = 0; n < 200 && flooderLost.getCount() > 0; n++) {
                reset();
            }

            assertThat(flooderLost.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(bystander.channel().getState(false)).isEqualTo(ConnectivityState.READY);
            assertThat(bystander.echo(Action.ACTION_UNSPECIFIED, "unharmed")).isEqualTo("unharmed");
        }
    }

    /** A call that is cancelled as soon as its first response is there. */
    private void reset() {
        AtomicInteger answered = new AtomicInteger();
        Context.CancellableContext call = Context.current().withCancellation();
        call.run(() -> stream(answered));
        Awaitility.await().pollInterval(1, TimeUnit.MILLISECONDS).until(() -> answered.get() != 0);
        call.cancel(null);
    }

    private void stream(AtomicInteger answered) {
        EchoServiceGrpc.newStub(client.channel())
                .streamEchoes(StreamEchoesRequest.getDefaultInstance(), new StreamObserver<>() {
                    @Override
                    public void onNext(StreamEchoesResponse response) {
                        answered.incrementAndGet();
                    }

                    @Override
                    public void onError(Throwable ended) {
                        answered.set(ENDED);
                    }

                    @Override
                    public void onCompleted() {}
                });
    }
}
