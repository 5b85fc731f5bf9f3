package dev.emplace.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Status.Code;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GrpcHealthTest {

    private static final String ECHO = "emplace.echo.v1.EchoService";

    @Inject
    @Readiness
    Switch readiness;

    private final EchoClient client = new EchoClient();

    @AfterEach
    void close() {
        readiness.turn(true);
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ECHO})
    void readyServiceIsServingByName(String service) {
        Awaitility.await().until(() -> health(service) == ServingStatus.SERVING);
    }

    @Test
    void unknownServiceIsNotFound() {
        GrpcError error = GrpcError.from(() -> health("emplace.echo.v1.NoSuchService"));

        error.is(Code.NOT_FOUND, "NOT_FOUND");
    }

    @Test
    void serviceThatIsNotReadyIsNotServingUntilItIs() {
        Awaitility.await().until(() -> health(ECHO) == ServingStatus.SERVING);

        readiness.turn(false);
        Awaitility.await().until(() -> health(ECHO) == ServingStatus.NOT_SERVING);
        assertThat(health("")).isEqualTo(ServingStatus.NOT_SERVING);

        readiness.turn(true);
        Awaitility.await().until(() -> health(ECHO) == ServingStatus.SERVING);
    }

    private ServingStatus health(String service) {
        return HealthGrpc.newBlockingStub(client.channel())
                .check(HealthCheckRequest.newBuilder().setService(service).build())
                .getStatus();
    }
}
