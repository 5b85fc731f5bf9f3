package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.v1.EchoRequest;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.platform.echo.v1.EchoResponse;
import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import dev.emplace.platform.echo.v1.EchoServiceGrpc.EchoServiceBlockingStub;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Here 40 calls may be open, and hold 1 MB together; 5 connections carry 20 each. */
@QuarkusTest
@TestProfile(FloodTest.LowLimits.class)
class FloodTest {

    private static final EchoRequest LARGE = EchoClient.request(Action.ACTION_UNSPECIFIED, "x".repeat(90_000));

    @Inject
    MeterRegistry registry;

    private final List<ManagedChannel> channels = new ArrayList<>();

    @AfterEach
    void close() {
        channels.forEach(ManagedChannel::shutdownNow);
    }

    @Test
    void callBeyondTheLimitOfOpenOnesIsRefusedHealthIsToldAndTheOthersAreAnswered() {
        List<Unfinished> open = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            open.add(new Unfinished(n % 20 == 0 ? channel(1 << 20) : last()));
            open.get(n).send(EchoRequest.getDefaultInstance());
        }
        ManagedChannel late = channel(1 << 20);

        // The others arrive on connections of their own.
        Awaitility.await()
                .untilAsserted(() -> GrpcError.from(
                                () -> EchoServiceGrpc.newBlockingStub(late).echo(EchoRequest.getDefaultInstance()))
                        .is(Code.RESOURCE_EXHAUSTED, "OVERLOADED"));
        GrpcError error =
                GrpcError.from(() -> EchoServiceGrpc.newBlockingStub(late).echo(EchoRequest.getDefaultInstance()));
        HealthGrpc.newBlockingStub(late).check(HealthCheckRequest.getDefaultInstance());

        assertThat(error.metadata()).containsEntry("open_limit", "40");
        assertThat(error.retry()).isPresent();
        open.forEach(Unfinished::finish);
        Awaitility.await().until(() -> open.stream().allMatch(call -> call.ended(Code.OK)));
        EchoServiceGrpc.newBlockingStub(late).echo(EchoRequest.getDefaultInstance());
    }

    @Test
    void requestsThatHoldMoreThanTheirShareAreRefusedAndSmallOnesAreAnswered() {
        ManagedChannel channel = channel(1 << 20);
        List<Unfinished> hogs = new ArrayList<>();
        for (int n = 0; n < 19; n++) {
            hogs.add(new Unfinished(channel));
            hogs.get(n).send(LARGE);
        }

        Awaitility.await().until(() -> refused(hogs) >= 8);
        String answer = EchoServiceGrpc.newBlockingStub(channel)
                .echo(EchoClient.request(Action.ACTION_UNSPECIFIED, "small"))
                .getText();

        // 11 of 90 kB fit into 1 MB; how many get there depends on the order of their frames.
        assertThat(refused(hogs)).isBetween(8, 14);
        assertThat(answer).isEqualTo("small");
        assertThat(held()).isBetween(90_000.0, 2_000_000.0);
        channel.shutdownNow();
        Awaitility.await().until(() -> held() == 0);
    }

    /** The client's window is smaller than the answer, and it reads nothing: the deadline of 8 s frees what it holds. */
    @Test
    void answersThatNobodyReadsAreGivenUpAtTheDeadline() {
        ManagedChannel channel = channel(65_535);
        List<Unfinished> unread = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            unread.add(new Unfinished(channel, 0));
            unread.get(n).send(LARGE);
            unread.get(n).finish();
        }

        // As many calls as the connection carries: this one begins when they end.
        String answer = EchoServiceGrpc.newBlockingStub(channel)
                .echo(EchoClient.request(Action.ACTION_UNSPECIFIED, "later"))
                .getText();

        assertThat(answer).isEqualTo("later");
        Awaitility.await().until(() -> held() == 0);
    }

    @Test
    void connectionBeyondTheLimitIsClosedAndTakesThePlaceOfOneThatEnds() {
        for (int n = 0; n < 5; n++) {
            EchoServiceGrpc.newBlockingStub(channel(1 << 20)).echo(EchoRequest.getDefaultInstance());
        }
        ManagedChannel first = channels.get(0);
        EchoServiceBlockingStub sixth = EchoServiceGrpc.newBlockingStub(channel(1 << 20));

        assertThat(code(sixth)).isNotEqualTo(Code.OK);
        EchoServiceGrpc.newBlockingStub(first).echo(EchoRequest.getDefaultInstance());
        first.shutdownNow();

        Awaitility.await().until(() -> {
            last().resetConnectBackoff();
            return code(sixth) == Code.OK;
        });
    }

    private static Code code(EchoServiceBlockingStub echo) {
        try {
            echo.echo(EchoRequest.getDefaultInstance());
            return Code.OK;
        } catch (StatusRuntimeException failed) {
            return failed.getStatus().getCode();
        }
    }

    private double held() {
        return registry.get("emplace.calls.held").gauge().value();
    }

    private static int refused(List<Unfinished> calls) {
        return (int) calls.stream()
                .filter(call -> call.ended(Code.RESOURCE_EXHAUSTED))
                .count();
    }

    private ManagedChannel last() {
        return channels.get(channels.size() - 1);
    }

    private ManagedChannel channel(int window) {
        channels.add(NettyChannelBuilder.forAddress("127.0.0.1", GrpcCalls.port())
                .usePlaintext()
                .flowControlWindow(window)
                .build());
        return last();
    }

    /** A call whose caller sends its request, and reads its answer, when the test says so. */
    private static final class Unfinished extends ClientCall.Listener<EchoResponse> {

        private final ClientCall<EchoRequest, EchoResponse> call;
        private volatile Status end = Status.UNKNOWN;

        Unfinished(ManagedChannel channel) {
            this(channel, 2);
        }

        Unfinished(ManagedChannel channel, int read) {
            call = channel.newCall(EchoServiceGrpc.getEchoMethod(), CallOptions.DEFAULT);
            call.start(this, new Metadata());
            if (read > 0) {
                call.request(read);
            }
        }

        void send(EchoRequest request) {
            call.sendMessage(request);
        }

        void finish() {
            call.halfClose();
        }

        boolean ended(Code code) {
            return end.getCode() == code;
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            end = status;
        }
    }

    public static final class LowLimits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "emplace.calls.open", "40",
                    "emplace.calls.held-bytes", "1000000",
                    "emplace.limits.connections", "5",
                    "emplace.calls.default-deadline", "8s");
        }
    }
}
