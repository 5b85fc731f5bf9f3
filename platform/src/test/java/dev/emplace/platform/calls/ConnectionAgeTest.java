package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import dev.emplace.platform.echo.v1.StreamEchoesRequest;
import io.grpc.ConnectivityState;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ConnectionAgeTest.ShortLives.class)
class ConnectionAgeTest {

    private final EchoClient client = new EchoClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void idleConnectionIsClosed() throws Exception {
        client.echo(Action.ACTION_UNSPECIFIED, "connect");
        CountDownLatch closed = new CountDownLatch(1);
        client.channel().notifyWhenStateChanged(ConnectivityState.READY, closed::countDown);

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void connectionThatIsNeverIdleIsClosedAtItsAge() {
        var responses = EchoServiceGrpc.newBlockingStub(client.channel())
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .streamEchoes(StreamEchoesRequest.getDefaultInstance());

        // Not by the caller's own deadline, which would end a connection of any age.
        assertThatThrownBy(() -> responses.forEachRemaining(response -> {}))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        ended -> assertThat(ended.getStatus().getCode()).isNotEqualTo(Status.Code.DEADLINE_EXCEEDED));
    }

    public static final class ShortLives implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "emplace.limits.connection-idle", "1s",
                    "emplace.limits.connection-age", "3s",
                    "emplace.limits.connection-age-grace", "1s");
        }
    }
}
