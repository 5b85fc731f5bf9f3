package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.emplace.testkit.grpc.GrpcCalls;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KeepAliveTest.Impatient.class)
class KeepAliveTest {

    /** The client's part of a connection's beginning: the preface, and SETTINGS without any. */
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};

    @Test
    void clientThatNeverAnswersIsDisconnected() throws Exception {
        try (Socket dead = new Socket(InetAddress.getLoopbackAddress(), GrpcCalls.port())) {
            // gRPC asks every ten seconds at most, whatever is set: silence of ten seconds proves nothing.
            dead.setSoTimeout(60_000);
            OutputStream out = dead.getOutputStream();
            out.write(PREFACE);
            out.write(SETTINGS);
            out.flush();

            // Reads on to the end of the stream; a server that keeps the connection makes it time out.
            assertThatCode(() -> dead.getInputStream().transferTo(OutputStream.nullOutputStream()))
                    .doesNotThrowAnyException();
        }
    }

    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("emplace.limits.keep-alive", "200ms", "emplace.limits.keep-alive-timeout", "200ms");
        }
    }
}
