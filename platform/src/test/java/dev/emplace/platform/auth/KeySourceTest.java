package dev.emplace.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.emplace.testkit.security.TestIssuer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An issuer that answers by HTTP, well and badly. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class KeySourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private HttpServer server;
    private final CountDownLatch done = new CountDownLatch(1);

    @BeforeEach
    void start() throws IOException {
        TestIssuer.create(folder, "first");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/keys", 200, Files.readString(TestIssuer.published(folder)));
        server.start();
    }

    @AfterEach
    void stop() {
        done.countDown();
        server.stop(0);
    }

    @Test
    void discoveryDocumentSaysWhereTheKeysAre() throws Exception {
        answer("/.well-known/openid-configuration", 200, document(url(""), url("/keys")));

        assertThat(discovering().read())
                .singleElement()
                .satisfies(key -> assertThat(key.getKeyId()).isEqualTo("first"));
    }

    @Test
    void documentOfAnotherIssuerIsNotBelieved() {
        answer("/.well-known/openid-configuration", 200, document("https://other.example", url("/keys")));

        assertThatThrownBy(() -> discovering().read()).hasMessageContaining("https://other.example");
    }

    @Test
    void keysThatAnybodyOnTheWayMayChangeAreNotRead() {
        answer("/.well-known/openid-configuration", 200, document(url(""), "http://192.0.2.1/keys"));

        assertThatThrownBy(() -> discovering().read()).hasMessageContaining("not https");
    }

    @Test
    void tokenIsSentAlong() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "secret\n");
        server.removeContext("/keys");
        server.createContext("/keys", exchange -> {
            boolean known = "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            send(exchange, known ? 200 : 401, Files.readString(TestIssuer.published(folder)));
        });

        assertThat(source(Optional.of(token)).read()).hasSize(1);
        assertThatThrownBy(() -> source(Optional.empty()).read()).hasMessageContaining("answered 401");
    }

    @Test
    void answerThatIsNoSetOfKeysIsRefused() {
        server.removeContext("/keys");
        answer("/keys", 200, "<html>");

        assertThatThrownBy(() -> source(Optional.empty()).read()).isInstanceOf(IOException.class);
    }

    @Test
    void bodyThatNeverEndsIsNotWaitedFor() {
        server.removeContext("/keys");
        server.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write('{');
                body.flush();
                done.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatThrownBy(() -> source(Optional.empty()).read()).hasMessageContaining("did not answer within");
    }

    private KeySource discovering() {
        return new KeySource(new Issuer(url(""), Optional.empty(), Optional.empty()), PATIENCE);
    }

    private KeySource source(Optional<Path> token) {
        return new KeySource(new Issuer(url(""), Optional.of(URI.create(url("/keys"))), token), PATIENCE);
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> send(exchange, status, body));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String document(String issuer, String keys) {
        return "{\"issuer\": \"" + issuer + "\", \"jwks_uri\": \"" + keys + "\"}";
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private record Issuer(String url, Optional<URI> keys, Optional<Path> tokenFile) implements AuthConfig.Issuer {

        @Override
        public String audience() {
            return "emplace";
        }

        @Override
        public Duration refresh() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Optional<Path> caFile() {
            return Optional.empty();
        }

        @Override
        public String groupsClaim() {
            return "groups";
        }
    }
}
