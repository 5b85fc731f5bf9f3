package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.leaks.Leaks;
import io.grpc.Status.Code;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The check of answers is on the server that tests call, so that a leak fails them. */
@QuarkusTest
class LeakTest {

    private final EchoClient client = new EchoClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void anAnswerThatShowsTheInsideIsSeen() {
        GrpcError error = GrpcError.from(() -> client.echo(Action.ACTION_TELL_ITS_INSIDE, ""));

        assertThat(error.code()).isEqualTo(Code.DATA_LOSS);
        assertThat(Leaks.take())
                .singleElement()
                .asString()
                .contains("emplace.echo.v1.EchoService/Echo", "SQL", "select password from");
    }
}
