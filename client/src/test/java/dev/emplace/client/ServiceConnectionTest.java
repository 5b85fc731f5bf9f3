package dev.emplace.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.api.pricing.v1.OfferRequirement;
import io.grpc.InsecureChannelCredentials;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceConnectionTest {

    private final ScriptedCatalog server = new ScriptedCatalog();

    ServiceConnectionTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void callIsRepeatedWhileTheServiceIsAway() {
        server.thenIsAway().thenIsAway().thenLists(3, "", "a");

        try (ServiceConnection connection = ServiceConnection.inTheClear(server.address())) {
            OfferList list = new Catalog(connection).list(OfferRequirement.getDefaultInstance());

            assertThat(list.revision()).isEqualTo(3);
            assertThat(server.lists).hasSize(3);
        }
    }

    @Test
    void callIsNotRepeatedMoreOftenThanSettingsSay() {
        server.thenIsAway().thenIsAway().thenIsAway();

        try (ServiceConnection connection = open(CallSettings.USUAL.withAttempts(2))) {
            assertThatThrownBy(() -> new Catalog(connection).list(OfferRequirement.getDefaultInstance()))
                    .isInstanceOf(StatusRuntimeException.class);
        }

        assertThat(server.lists).hasSize(2);
    }

    @Test
    void callEndsWithItsDeadline() {
        try (ServiceConnection connection = open(CallSettings.USUAL.withDeadline(Duration.ofMillis(200)))) {
            assertThatThrownBy(() -> new Catalog(connection).list(OfferRequirement.getDefaultInstance()))
                    .isInstanceOfSatisfying(
                            StatusRuntimeException.class,
                            error -> assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
        }
    }

    @Test
    void tokenIsNotSentInTheClear(@TempDir Path folder) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "secret");

        try (ServiceConnection connection = ServiceConnection.open(
                server.address(),
                InsecureChannelCredentials.create(),
                Optional.of(new BearerTokenFile(token)),
                CallSettings.USUAL)) {
            assertThatThrownBy(() -> new Catalog(connection).list(OfferRequirement.getDefaultInstance()))
                    .hasMessageContaining("in the clear");
        }

        assertThat(server.lists).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void attemptsBeyondWhatGrpcMakesAreRefused(int attempts) {
        assertThatThrownBy(() -> CallSettings.USUAL.withAttempts(attempts))
                .hasMessageContaining("attempts is " + attempts);
    }

    private ServiceConnection open(CallSettings settings) {
        return ServiceConnection.open(
                server.address(), InsecureChannelCredentials.create(), Optional.empty(), settings);
    }
}
