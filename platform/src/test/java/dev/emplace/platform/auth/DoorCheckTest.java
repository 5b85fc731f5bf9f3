package dev.emplace.platform.auth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorCheckTest {

    @ParameterizedTest
    @CsvSource({"127.0.0.1,localhost", "::1,127.0.0.9"})
    void loopbackNeedsNoAuthentication(String grpc, String management) {
        assertThatCode(() -> start(Optional.empty(), grpc, management)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0,127.0.0.1,quarkus.grpc.server.host", "127.0.0.1,::,quarkus.management.host"})
    void anythingElseIsRefusedBySettingAndRemedy(String grpc, String management, String setting) {
        assertThatThrownBy(() -> start(Optional.empty(), grpc, management))
                .isInstanceOf(OpenDoorException.class)
                .hasMessageContaining(setting)
                .hasMessageContaining("emplace.auth.mode=none");
    }

    @Test
    void noneInSoManyWordsOpensTheDoor() {
        assertThatCode(() -> start(Optional.of(AuthMode.NONE), "0.0.0.0", "0.0.0.0"))
                .doesNotThrowAnyException();
    }

    private static void start(Optional<AuthMode> mode, String grpc, String management) {
        new DoorCheck(() -> mode, grpc, management).refuse(new StartupEvent());
    }
}
