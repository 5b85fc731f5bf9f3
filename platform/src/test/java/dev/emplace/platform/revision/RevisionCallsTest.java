package dev.emplace.platform.revision;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.v1.EchoRequest;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.Status.Code;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RevisionCallsTest {

    private final EchoClient client = new EchoClient();

    @AfterEach
    void close() {
        client.close();
    }

    /** The echo service is at revision 7, and the default deadline under test is 2 s. */
    @Test
    void revisionNotReachedIsToldBeforeTheDeadlinePasses() {
        EchoRequest request = EchoRequest.newBuilder()
                .setAction(Action.ACTION_AWAIT_REVISION)
                .setCount(8)
                .build();

        GrpcError error = GrpcError.from(() -> client.blocking().echo(request));

        error.is(Code.UNAVAILABLE, "REVISION_NOT_REACHED");
    }
}
