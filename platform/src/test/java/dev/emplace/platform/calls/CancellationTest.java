package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.EchoClient.Pending;
import dev.emplace.platform.echo.Gate;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.ConnectivityState;
import io.grpc.Status.Code;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CancellationTest {

    @Inject
    Gate gate;

    private final EchoClient client = new EchoClient();

    @AfterEach
    void close() {
        gate.open(gate.waiting());
        client.close();
    }

    /** quarkus#56268: on the unified server the answer to a cancelled call ends the whole connection. */
    @Test
    void answerToACancelledCallLeavesBystandersOnTheConnectionAlone() throws Exception {
        client.echo(Action.ACTION_UNSPECIFIED, "connect");
        int before = gate.started();
        Pending cancelled = client.start(Action.ACTION_BLOCK_UNTIL_RELEASED, "cancelled");
        Awaitility.await().until(() -> gate.started() == before + 1);
        Pending bystander = client.start(Action.ACTION_BLOCK_UNTIL_RELEASED, "bystander");
        Awaitility.await().until(() -> gate.waiting() == 2);
        AtomicInteger disconnects = disconnects();

        cancelled.cancel();
        gate.open(1);
        Awaitility.await().until(() -> gate.waiting() == 1);
        assertThat(client.echo(Action.ACTION_ANSWER_AFTER_A_WHILE, "meanwhile")).isEqualTo("meanwhile");
        gate.open(1);

        assertThat(bystander.answer()).isEqualTo("bystander");
        assertThat(disconnects).hasValue(0);
        assertThat(GrpcError.from(cancelled::await).code()).isEqualTo(Code.CANCELLED);
    }

    @Test
    void callCancelledInTheQueueIsNeverStarted() throws Exception {
        int before = gate.started();
        Pending one = client.start(Action.ACTION_BLOCK_UNTIL_RELEASED, "one");
        Pending two = client.start(Action.ACTION_BLOCK_UNTIL_RELEASED, "two");
        Awaitility.await().until(() -> gate.started() == before + 2);
        Pending queued = client.start(Action.ACTION_BLOCK_UNTIL_RELEASED, "queued");
        // Answered on the event loop of this connection after the queued call was taken in.
        client.echo(Action.ACTION_UNSPECIFIED, "");

        queued.cancel();
        client.echo(Action.ACTION_UNSPECIFIED, "");
        gate.open(2);

        assertThat(one.answer()).isEqualTo("one");
        assertThat(two.answer()).isEqualTo("two");
        assertThat(client.echo(Action.ACTION_ANSWER_AFTER_A_WHILE, "later")).isEqualTo("later");
        assertThat(gate.started()).isEqualTo(before + 2);
    }

    private AtomicInteger disconnects() {
        AtomicInteger count = new AtomicInteger();
        assertThat(client.channel().getState(false)).isEqualTo(ConnectivityState.READY);
        client.channel().notifyWhenStateChanged(ConnectivityState.READY, count::incrementAndGet);
        return count;
    }
}
