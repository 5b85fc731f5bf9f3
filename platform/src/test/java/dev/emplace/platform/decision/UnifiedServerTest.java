package dev.emplace.platform.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.Gate;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.platform.echo.v1.EchoResponse;
import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What Quarkus' unified server does at the version that we build on. A test that fails here is good news: read
 * docs/decisions/0001-separate-grpc-server.md again.
 */
@QuarkusTest
@TestProfile(UnifiedServerTest.Unified.class)
class UnifiedServerTest {

    @Inject
    Gate gate;

    private ManagedChannel channel;

    @BeforeEach
    void open() {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    @AfterEach
    void close() {
        gate.open(gate.waiting());
        channel.shutdownNow();
    }

    /** quarkus#56268. */
    @Test
    void answerToACancelledCallEndsTheCallsOfBystanders() throws Exception {
        int before = gate.started();
        Context.CancellableContext context = Context.current().withCancellation();
        CompletableFuture<Status> cancelled = context.call(() -> start("cancelled"));
        Awaitility.await().until(() -> gate.started() == before + 1);
        CompletableFuture<Status> bystander = start("bystander");
        Awaitility.await().until(() -> gate.waiting() == 2);

        context.cancel(null);
        gate.open(1);

        assertThat(cancelled.get(5, TimeUnit.SECONDS).getCode()).isEqualTo(Status.Code.CANCELLED);
        assertThat(bystander.get(5, TimeUnit.SECONDS).getCode()).isEqualTo(Status.Code.INTERNAL);
    }

    @Test
    void deadlineIsIgnored() throws Exception {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER), "100m");
        EchoServiceGrpc.EchoServiceBlockingStub stub = EchoServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));

        assertThat(stub.echo(EchoClient.request(Action.ACTION_ANSWER_AFTER_A_WHILE, "late"))
                        .getText())
                .isEqualTo("late");
    }

    @Test
    void messageThatDecompressesOverTheLimitIsRead() {
        String bomb = "0".repeat(4_900_000);

        assertThat(EchoServiceGrpc.newBlockingStub(channel)
                        .withMaxInboundMessageSize(10_000_000)
                        .withCompression("gzip")
                        .echo(EchoClient.request(Action.ACTION_UNSPECIFIED, bomb))
                        .getText())
                .hasSize(bomb.length());
    }

    private CompletableFuture<Status> start(String text) {
        CompletableFuture<Status> ended = new CompletableFuture<>();
        EchoServiceGrpc.newStub(channel)
                .echo(EchoClient.request(Action.ACTION_BLOCK_UNTIL_RELEASED, text), new StreamObserver<EchoResponse>() {
                    @Override
                    public void onNext(EchoResponse response) {}

                    @Override
                    public void onError(Throwable error) {
                        ended.complete(Status.fromThrowable(error));
                    }

                    @Override
                    public void onCompleted() {
                        ended.complete(Status.OK);
                    }
                });
        return ended;
    }

    public static final class Unified implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.grpc.server.use-separate-server", "false",
                    "quarkus.http.host-enabled", "true",
                    "quarkus.http.host", "127.0.0.1",
                    "quarkus.http.test-port", "0");
        }
    }
}
