package dev.emplace.platform.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@QuarkusMainTest
@TestProfile(TakenPortTest.Taken.class)
class TakenPortTest {

    @AfterAll
    static void free() throws IOException {
        Taken.SOCKET.close();
    }

    @Test
    void serviceWhosePortIsTakenRefusesToStart(QuarkusMainLauncher launcher) {
        LaunchResult result = launcher.launch();

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.getOutput() + result.getErrorOutput())
                .contains("Refusing to start: the gRPC server does not listen");
    }

    public static final class Taken implements QuarkusTestProfile {

        static final ServerSocket SOCKET = open();

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.grpc.server.test-port", Integer.toString(SOCKET.getLocalPort()));
        }

        private static ServerSocket open() {
            try {
                return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
