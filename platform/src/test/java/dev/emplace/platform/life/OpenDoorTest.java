package dev.emplace.platform.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusMainTest
@TestProfile(OpenDoorTest.Everywhere.class)
class OpenDoorTest {

    @Test
    void serviceBeyondLoopbackWithoutAuthenticationRefusesToStart(QuarkusMainLauncher launcher) {
        LaunchResult result = launcher.launch();

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.getOutput() + result.getErrorOutput())
                .contains("Refusing to start: quarkus.grpc.server.host=0.0.0.0 would listen beyond loopback")
                .contains("emplace.auth.mode=none");
    }

    public static final class Everywhere implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.grpc.server.host", "0.0.0.0");
        }
    }
}
