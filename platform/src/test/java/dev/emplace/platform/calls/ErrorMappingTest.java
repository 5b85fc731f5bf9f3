package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.v1.EchoRequest;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ErrorMappingTest {

    private ManagedChannel channel;

    @BeforeEach
    void open() {
        channel = GrpcCalls.channel();
    }

    @AfterEach
    void close() {
        channel.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"ACTION_REFUSE", "ACTION_REFUSE_BY_ON_ERROR"})
    void refusalCarriesReasonValuesFieldsAndRetry(Action action) {
        GrpcError error = echo(action, "no");

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
        GrpcError error = echo(action, "any");

        error.is(Code.INTERNAL, "INTERNAL");
        assertThat(error.metadata()).containsOnlyKeys("error_id");
        assertThat(error.toString()).doesNotContain("secret", "SQL", "Exception", "select");
    }

    @Test
    void detailsStayWithinWhatClientsAccept() {
        EchoRequest.Builder request = EchoRequest.newBuilder();
        for (int i = 0; i < 5_000; i++) {
            request.addParts(EchoRequest.Part.newBuilder().setPowerWatts(-i - 1));
        }

        GrpcError error = GrpcError.from(() -> stub().echo(request.build()));

        error.is(Code.INVALID_ARGUMENT, "INVALID_FIELD");
        assertThat(error.violations()).hasSizeBetween(10, 100);
        assertThat(error.violations().get(error.violations().size() - 1).getDescription())
                .endsWith("more violations are left out");
    }

    private GrpcError echo(Action action, String text) {
        return GrpcError.from(() -> stub().echo(
                        EchoRequest.newBuilder().setAction(action).setText(text).build()));
    }

    private EchoServiceGrpc.EchoServiceBlockingStub stub() {
        return EchoServiceGrpc.newBlockingStub(channel);
    }
}
