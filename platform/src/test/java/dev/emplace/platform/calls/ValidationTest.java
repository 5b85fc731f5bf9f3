package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.v1.EchoRequest;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Status.Code;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ValidationTest {

    private final EchoClient client = new EchoClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void everyViolatedFieldIsNamedAtOnceByItsPathInTheContract() {
        EchoRequest request = EchoRequest.newBuilder()
                .setCount(11)
                .setActionValue(99)
                .addParts(EchoRequest.Part.newBuilder().setPowerWatts(700))
                .addParts(EchoRequest.Part.newBuilder().setPowerWatts(-700))
                .build();

        GrpcError error = GrpcError.from(() -> client.blocking().echo(request));

        error.is(Code.INVALID_ARGUMENT, "INVALID_FIELD").violates("count", "action", "parts[1].power_watts");
    }

    @Test
    void descriptionNamesValueAndLimit() {
        EchoRequest request = EchoRequest.newBuilder().setCount(11).build();

        GrpcError error = GrpcError.from(() -> client.blocking().echo(request));

        assertThat(error.violations().get(0).getDescription()).contains("11").contains("10");
        assertThat(error.message()).startsWith("count: ").contains("11");
    }

    @Test
    void validRequestReachesTheService() {
        EchoRequest request =
                EchoRequest.newBuilder().setCount(10).setText("hello").build();

        assertThat(client.blocking().echo(request).getText()).isEqualTo("hello");
    }

    @Test
    void detailsStayWithinWhatClientsAcceptHoweverManyFieldsAreWrong() {
        EchoRequest.Builder request = EchoRequest.newBuilder();
        for (int i = 0; i < 5_000; i++) {
            request.addParts(EchoRequest.Part.newBuilder().setPowerWatts(-i - 1));
        }

        GrpcError error = GrpcError.from(() -> client.blocking().echo(request.build()));

        error.is(Code.INVALID_ARGUMENT, "INVALID_FIELD");
        assertThat(error.violations()).hasSizeBetween(10, 100);
        assertThat(error.violations().get(error.violations().size() - 1).getDescription())
                .endsWith("more violations are left out");
    }
}
