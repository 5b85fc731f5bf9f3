package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.v1.EchoRequest;
import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import dev.emplace.platform.echo.v1.EchoServiceGrpc.EchoServiceBlockingStub;
import dev.emplace.platform.echo.v1.ListEchoesRequest;
import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status.Code;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Under test, lost connections are tried anew every 100 ms. */
@QuarkusTest
class OutgoingCallsTest {

    private static final EchoRequest ANY = EchoRequest.getDefaultInstance();

    @Inject
    OutgoingCalls calls;

    @Test
    void readThatFailsOnceIsRepeatedAndAnswered() throws IOException {
        int reached = reachedBy(call -> call == 1 ? OverloadedException.queued(1) : null, echo -> echo.echo(ANY));

        assertThat(reached).isEqualTo(2);
    }

    @Test
    void methodThatIsNotNamedIsNeverRepeated() throws IOException {
        int reached = reachedBy(
                call -> new StartingUpException(),
                echo -> GrpcError.from(() -> echo.listEchoes(ListEchoesRequest.getDefaultInstance()))
                        .is(Code.UNAVAILABLE, "STARTING_UP"));

        assertThat(reached).isEqualTo(1);
    }

    @Test
    void refusalThatWaitingDoesNotHelpIsNotRepeated() throws IOException {
        int reached = reachedBy(
                call -> UnreadableRequestException.tooLarge(1),
                echo -> GrpcError.from(() -> echo.echo(ANY)).is(Code.RESOURCE_EXHAUSTED, "MESSAGE_TOO_LARGE"));

        assertThat(reached).isEqualTo(1);
    }

    @Test
    void noAttemptIsMadeBeforeTheTimeThatTheServiceAsksFor() throws IOException {
        int reached = reachedBy(
                call -> new Failure(CommonReason.OVERLOADED, "busy", Map.of(), List.of(), Duration.ofHours(1)) {},
                echo -> assertThat(GrpcError.from(() -> echo.withDeadlineAfter(2, TimeUnit.SECONDS)
                                        .echo(ANY))
                                .code())
                        .isEqualTo(Code.DEADLINE_EXCEEDED));

        assertThat(reached).isEqualTo(1);
    }

    @Test
    void serviceThatIsAwayGetsATenthMoreCallsAtMost() throws IOException {
        int reached = reachedBy(call -> new ShuttingDownException(), echo -> {
            for (int n = 0; n < 100; n++) {
                GrpcError.from(() -> echo.echo(ANY)).is(Code.UNAVAILABLE, "SHUTTING_DOWN");
            }
        });

        // Three attempts each at the first calls; then half of the budget of 20 is gone.
        assertThat(reached).isEqualTo(106);
    }

    /** gRPC's own pauses, of 1 s growing to 2 min, would make five attempts in ten seconds. */
    @Test
    void serviceThatDoesNotLetUsConnectIsTriedEveryNowAndThen() throws IOException {
        AtomicInteger attempts = new AtomicInteger();
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread door = new Thread(() -> slam(socket, attempts), "test-door");
            door.start();
            ManagedChannel channel = open("127.0.0.1:" + socket.getLocalPort());
            channel.getState(true);

            Awaitility.await().untilAtomic(attempts, Matchers.greaterThan(20));
            channel.shutdownNow();
        }
    }

    private static void slam(ServerSocket socket, AtomicInteger attempts) {
        try {
            while (true) {
                socket.accept().close();
                attempts.incrementAndGet();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private int reachedBy(IntFunction<@Nullable Failure> answers, Consumer<EchoServiceBlockingStub> test)
            throws IOException {
        try (FailingEcho service = new FailingEcho(answers)) {
            ManagedChannel channel = open(service.address());
            test.accept(EchoServiceGrpc.newBlockingStub(channel));
            channel.shutdownNow();
            return service.reached();
        }
    }

    private ManagedChannel open(String address) {
        return calls.open(
                "echo-" + address,
                ManagedChannelBuilder.forTarget(address).usePlaintext(),
                List.of(EchoServiceGrpc.getEchoMethod()));
    }
}
