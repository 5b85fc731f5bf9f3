package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.EchoClient.Pending;
import dev.emplace.platform.echo.Gate;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Status.Code;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverloadTest {

    @Inject
    Gate gate;

    private final EchoClient client = new EchoClient();

    @BeforeEach
    void connect() {
        // Calls that wait for their connection may reach the service in another order.
        client.echo(Action.ACTION_UNSPECIFIED, "connect");
    }

    @AfterEach
    void close() {
        gate.open(gate.waiting());
        client.close();
    }

    @Test
    void callBeyondTheQueueIsRefusedAtOnceAndTheOthersAreAnswered() throws Exception {
        List<Pending> admitted = IntStream.range(0, 4)
                .mapToObj(n -> client.start(Action.ACTION_BLOCK_UNTIL_RELEASED, "call " + n))
                .toList();

        GrpcError error = GrpcError.from(() -> client.echo(Action.ACTION_BLOCK_UNTIL_RELEASED, "one too many"));
        gate.open(4);

        error.is(Code.RESOURCE_EXHAUSTED, "OVERLOADED");
        assertThat(error.metadata()).containsEntry("queue_limit", "2");
        assertThat(error.retry()).isPresent();
        for (int n = 0; n < 4; n++) {
            assertThat(admitted.get(n).answer()).isEqualTo("call " + n);
        }
    }

    @Test
    void answersFromMemoryAreGivenWhileTheQueueIsFull() {
        IntStream.range(0, 4).forEach(n -> client.start(Action.ACTION_BLOCK_UNTIL_RELEASED, "call " + n));

        assertThat(client.echo(Action.ACTION_UNSPECIFIED, "from memory")).isEqualTo("from memory");
        gate.open(4);
    }
}
