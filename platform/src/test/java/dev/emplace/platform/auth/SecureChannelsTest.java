package dev.emplace.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import dev.emplace.platform.echo.v1.ListEchoesRequest;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.security.Secured;
import dev.emplace.testkit.security.TestIssuer;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Secured.class)
class SecureChannelsTest {

    private final Path folder = Secured.folder();
    private final ReloadedFiles files = new ReloadedFiles();
    private final List<ManagedChannel> channels = new ArrayList<>();

    @AfterEach
    void close() {
        channels.forEach(ManagedChannel::shutdownNow);
        files.stop();
    }

    @Test
    void tokenOfAFileIsSentAndItsSuccessorAfterIt() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), token("viewer"));
        EchoServiceGrpc.EchoServiceBlockingStub echo =
                open(new Settings(ca("ca"), Optional.of(token), Optional.empty()));
        GrpcError.from(() -> echo.listEchoes(ListEchoesRequest.getDefaultInstance()))
                .is(Code.PERMISSION_DENIED, "ROLE_MISSING");

        Files.writeString(token, token("admin") + "\n");

        Awaitility.await()
                .ignoreExceptions()
                .until(() ->
                        echo.listEchoes(ListEchoesRequest.getDefaultInstance()).getNumbersCount() > 0);
    }

    @Test
    void certificateProvesWhoCalls() {
        EchoServiceGrpc.EchoServiceBlockingStub echo =
                open(new Settings(ca("ca"), Optional.empty(), Optional.of("admin")));

        assertThat(echo.listEchoes(ListEchoesRequest.getDefaultInstance()).getNumbersList())
                .isNotEmpty();
    }

    @Test
    void serverOfAnotherAuthorityIsNotCalled() {
        EchoServiceGrpc.EchoServiceBlockingStub echo =
                open(new Settings(ca("other-ca"), Optional.empty(), Optional.of("admin")));

        assertThat(GrpcError.from(() -> echo.listEchoes(ListEchoesRequest.getDefaultInstance()))
                        .code())
                .isEqualTo(Code.UNAVAILABLE);
    }

    @Test
    void tokenIsNotSentInTheClearBeyondLoopback() throws IOException {
        Path token = Files.writeString(folder.resolve("clear"), token("viewer"));
        SecureChannels channel =
                new SecureChannels(new Settings(Optional.empty(), Optional.of(token), Optional.empty()), files);

        assertThatThrownBy(() -> channel.to("dns:///192.0.2.1:9101"))
                .isInstanceOf(UnsafeSettingsException.class)
                .hasMessageContaining("in the clear")
                .hasMessageContaining("emplace.outgoing.security.ca-file");
        assertThat(channel.to("127.0.0.1:9101")).isNotNull();
    }

    @Test
    void emptyTokenFileIsRefusedAtOnce() throws IOException {
        Path token = Files.writeString(folder.resolve("empty"), "\n");

        assertThatThrownBy(() -> open(new Settings(ca("ca"), Optional.of(token), Optional.empty())))
                .hasMessageContaining("is empty");
    }

    private EchoServiceGrpc.EchoServiceBlockingStub open(OutgoingSecurityConfig settings) {
        ManagedChannel channel = new SecureChannels(settings, files)
                .to("dns:///localhost:" + GrpcCalls.port())
                .build();
        channels.add(channel);
        return EchoServiceGrpc.newBlockingStub(channel);
    }

    private String token(String caller) {
        return TestIssuer.in(folder).token(caller).signed();
    }

    private Optional<Path> ca(String name) {
        return Optional.of(folder.resolve(name + ".pem"));
    }

    private record Settings(Optional<Path> caFile, Optional<Path> tokenFile, Optional<String> certificate)
            implements OutgoingSecurityConfig {

        @Override
        public Optional<Path> certificateFile() {
            return certificate.map(name -> Secured.folder().resolve(name + ".pem"));
        }

        @Override
        public Optional<Path> keyFile() {
            return certificate.map(name -> Secured.folder().resolve(name + "-key.pem"));
        }

        @Override
        public Duration reload() {
            return Duration.ofMillis(200);
        }

        @Override
        public boolean terminatedOutside() {
            return false;
        }
    }
}
