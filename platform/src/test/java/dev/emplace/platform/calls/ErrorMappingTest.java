package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Status.Code;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ErrorMappingTest {

    private final EchoClient client = new EchoClient();

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"ACTION_REFUSE", "ACTION_REFUSE_BY_ON_ERROR"})
    void refusalCarriesReasonValuesFieldsAndRetry(Action action) {
        GrpcError error = GrpcError.from(() -> client.echo(action, "no"));

        error.is(Code.FAILED_PRECONDITION, "ECHO_REFUSED").violates("text");
        assertThat(error.message()).isEqualTo("refused as asked");
        assertThat(error.metadata()).containsExactly(Map.entry("text", "no"));
        assertThat(error.retry()).hasValueSatisfying(retry -> {
            assertThat(retry.getRetryDelay().getSeconds()).isEqualTo(1);
            assertThat(retry.getRetryDelay().getNanos()).isEqualTo(500_000_000);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"ACTION_THROW_SQL", "ACTION_THROW_SQL_ON_THE_LOOP", "ACTION_THROW_ILLEGAL_ARGUMENT_ON_THE_LOOP"})
    void faultTellsNothingButWhereTheLogHasIt(Action action) {
        GrpcError error = GrpcError.from(() -> client.echo(action, "any"));

        error.is(Code.INTERNAL, "INTERNAL");
        assertThat(error.metadata()).containsOnlyKeys("error_id");
        assertThat(error.toString()).doesNotContain("secret", "SQL", "Exception", "select");
    }
}
