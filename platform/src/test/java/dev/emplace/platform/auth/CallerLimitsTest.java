package dev.emplace.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.v1.EchoRequest;
import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import dev.emplace.platform.echo.v1.EchoServiceGrpc.EchoServiceBlockingStub;
import dev.emplace.platform.echo.v1.StreamEchoesRequest;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Here a caller may make one call a second, 10 at once, and have 3 open. */
@QuarkusTest
@TestProfile(CallerLimitsTest.LowLimits.class)
class CallerLimitsTest {

    private static final EchoRequest ANY = EchoRequest.getDefaultInstance();

    private final EchoClient client = new EchoClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void callerBeyondItsRateIsRefusedAndAnotherOnTheSameConnectionIsAnswered() {
        EchoServiceBlockingStub noisy = stub(newName());

        GrpcError refused = GrpcError.from(() -> {
            while (true) {
                noisy.echo(ANY);
            }
        });

        refused.is(Code.RESOURCE_EXHAUSTED, "RATE_LIMITED");
        assertThat(refused.metadata()).containsEntry("calls_per_second_limit", "1");
        assertThat(refused.retry()).isPresent();
        EchoServiceBlockingStub quiet = stub(newName());
        for (int n = 0; n < 10; n++) {
            quiet.echo(ANY);
        }
    }

    @Test
    void streamsOfOneCallerTakeNoneOfAnothersAndGiveTheirPlaceBackWhenTheyEnd() {
        EchoServiceBlockingStub patient = stub(newName());
        Context.CancellableContext streams = Context.current().withCancellation();
        streams.run(() -> {
            for (int n = 0; n < 3; n++) {
                patient.streamEchoes(StreamEchoesRequest.getDefaultInstance()).next();
            }
        });

        GrpcError refused = GrpcError.from(() -> patient.echo(ANY)).is(Code.RESOURCE_EXHAUSTED, "TOO_MANY_CALLS");

        assertThat(refused.metadata()).containsEntry("open_limit", "3");
        stub(newName()).echo(ANY);
        streams.cancel(null);
        Awaitility.await().ignoreExceptions().until(() -> patient.echo(ANY) != null);
    }

    @Test
    void callerWithoutANameOnLoopbackIsNotLimited() {
        for (int n = 0; n < 50; n++) {
            client.blocking().echo(ANY);
        }
    }

    private EchoServiceBlockingStub stub(String caller) {
        Metadata headers = new Metadata();
        headers.put(NamedByHeader.NAME, caller);
        return EchoServiceGrpc.newBlockingStub(client.channel())
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private static String newName() {
        return UUID.randomUUID().toString();
    }

    public static final class LowLimits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "emplace.limits.caller.calls-per-second", "1",
                    "emplace.limits.caller.burst", "10",
                    "emplace.limits.caller.open", "3");
        }
    }
}
