package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.Gate;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30) // Seconds: without deadlines it would wait for ever instead of failing.
@QuarkusTest
class DeadlineTest {

    private static final Metadata.Key<String> TIMEOUT =
            Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);

    @Inject
    Gate gate;

    private final EchoClient client = new EchoClient();

    @AfterEach
    void close() {
        gate.open(gate.waiting());
        client.close();
    }

    @Test
    void callWithoutDeadlineGetsTheDefaultOne() {
        GrpcError error = GrpcError.from(() -> client.echo(Action.ACTION_BLOCK_UNTIL_RELEASED, "never"));

        error.is(Code.DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED");
    }

    @Test
    void workSeesTheCallersDeadlineOffTheEventLoop() {
        String context = client.blocking()
                .withDeadlineAfter(900, TimeUnit.MILLISECONDS)
                .echo(EchoClient.request(Action.ACTION_TELL_CONTEXT, ""))
                .getText();

        assertThat(context).endsWith(" on worker");
        assertThat(Long.parseLong(context.substring(0, context.indexOf(' ')))).isBetween(1L, 900L);
    }

    /** A client that sets a deadline and waits for the server to keep it. */
    @Test
    void passedDeadlineIsAnsweredWithDetails() {
        GrpcError error = GrpcError.from(() -> waitingFor("300m").echo(Action.ACTION_BLOCK_UNTIL_RELEASED));

        error.is(Code.DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED");
    }

    @Test
    void deadlineThatPassedOnTheWayIsAnsweredWithDetailsAndStartsNothing() {
        int before = gate.started();

        GrpcError error = GrpcError.from(() -> waitingFor("1n").echo(Action.ACTION_BLOCK_UNTIL_RELEASED));

        error.is(Code.DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED");
        assertThat(gate.started()).isEqualTo(before);
    }

    @Test
    void workWhoseDeadlinePassesInTheQueueIsNeverStarted() {
        int before = gate.started();
        client.start(Action.ACTION_BLOCK_UNTIL_RELEASED, "runs");
        client.start(Action.ACTION_BLOCK_UNTIL_RELEASED, "runs too");
        Awaitility.await().until(() -> gate.started() == before + 2);

        GrpcError error = GrpcError.from(() -> waitingFor("200m").echo(Action.ACTION_BLOCK_UNTIL_RELEASED));
        gate.open(2);
        Awaitility.await().until(() -> gate.waiting() == 0);

        error.is(Code.DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED");
        assertThat(client.echo(Action.ACTION_ANSWER_AFTER_A_WHILE, "later")).isEqualTo("later");
        assertThat(gate.started()).isEqualTo(before + 2);
    }

    private HeaderDeadline waitingFor(String timeout) {
        Metadata headers = new Metadata();
        headers.put(TIMEOUT, timeout);
        return action -> client.blocking()
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .echo(EchoClient.request(action, "any"));
    }

    private interface HeaderDeadline {
        void echo(Action action);
    }
}
