package dev.emplace.pricing.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.emplace.pricing.domain.imports.BrokenFileException;
import dev.emplace.pricing.domain.imports.FileTooLargeException;
import dev.emplace.pricing.domain.imports.ForbiddenAddressException;
import dev.emplace.pricing.domain.imports.SourceUnreachableException;
import dev.emplace.pricing.ingest.formats.AzureRetailJson;
import dev.emplace.pricing.ingest.formats.PlainCsv;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

    private static final String BODY = "provider,region,instance_type,purchase,usd_per_hour\n";

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path folder = Path.of("");

    private HttpServer server = unbound();

    @BeforeEach
    void serve() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        try (var left = Files.list(folder)) {
            assertThat(left).as("files left behind").isEmpty();
        }
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() throws Exception {
        server.createContext("/", exchange -> {
            if ("\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                exchange.close();
            } else {
                exchange.getResponseHeaders().add("ETag", "\"one\"");
                answer(exchange, 200, "text/csv", BODY);
            }
        });
        try (var first = fetch(Optional.empty())) {
            assertThat(first.pages()).hasSize(1);
            assertThat(first.etag()).contains("\"one\"");
            try (var second = fetch(first.etag())) {
                assertThat(second.pages()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503, 500})
    void aServerThatIsBusyIsAskedAgain(int status) throws Exception {
        var calls = new AtomicInteger();
        server.createContext("/", exchange -> {
            if (calls.incrementAndGet() < 3) {
                exchange.getResponseHeaders().add("Retry-After", "0");
                answer(exchange, status, "text/plain", "busy");
            } else {
                answer(exchange, 200, "text/csv", BODY);
            }
        });
        try (var fetched = fetch(Optional.empty())) {
            assertThat(fetched.pages()).hasSize(1);
        }
        assertThat(calls).hasValue(3);
    }

    @Test
    void aServerThatStaysBusyIsGivenUp() {
        var calls = new AtomicInteger();
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            answer(exchange, 503, "text/plain", "busy");
        });
        assertThatThrownBy(() -> fetch(Optional.empty()))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageContaining("503");
        assertThat(calls).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 403, 404})
    void whatIsNoAnswerIsNotAskedForAgain(int status) {
        var calls = new AtomicInteger();
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            answer(exchange, status, "text/plain", "no");
        });
        assertThatThrownBy(() -> fetch(Optional.empty())).isInstanceOf(SourceUnreachableException.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aBodyThatIsCutOffIsRefused() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/csv");
            exchange.sendResponseHeaders(200, BODY.length() + 100L);
            exchange.getResponseBody().write(BODY.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        assertThatThrownBy(() -> fetch(Optional.empty()))
                .isInstanceOfAny(SourceUnreachableException.class, BrokenFileException.class);
    }

    @Test
    void aBodyThatStandsStillIsGivenUp() {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/csv");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(BODY.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            // No more ever comes: the connection stays open until the test ends.
        });
        assertThatThrownBy(() -> fetch(Optional.empty()))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageContaining("broke off");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        server.createContext("/", exchange -> answer(exchange, 200, "text/html", "<html>sign in</html>"));
        assertThatThrownBy(() -> fetch(Optional.empty()))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("text/html");
    }

    @Test
    void moreBytesThanTheLimitAreRefused() {
        server.createContext("/", exchange -> answer(exchange, 200, "text/csv", "x".repeat(2000)));
        assertThatThrownBy(() -> fetch(Optional.empty())).isInstanceOf(FileTooLargeException.class);
    }

    @Test
    void pagesAreFollowedToTheLast() throws Exception {
        server.createContext(
                "/",
                exchange -> answer(
                        exchange,
                        200,
                        "application/json",
                        exchange.getRequestURI().toString().contains("skip=1")
                                ? "{\"Items\": [], \"NextPageLink\": null}"
                                : "{\"Items\": [], \"NextPageLink\": \"/?skip=1\"}"));
        try (var fetched = download(true).fetch(address(), new AzureRetailJson(), Optional.empty(), bytes -> {})) {
            assertThat(fetched.pages()).hasSize(2);
        }
    }

    @Test
    void aNextPageOnAnotherServerIsNotFollowed() {
        server.createContext(
                "/",
                exchange -> answer(
                        exchange,
                        200,
                        "application/json",
                        "{\"Items\": [], \"NextPageLink\": \"http://elsewhere.example/\"}"));
        assertThatThrownBy(() -> download(true).fetch(address(), new AzureRetailJson(), Optional.empty(), bytes -> {}))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("another server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://10.0.0.1/x",
                "https://192.168.1.1/x",
                "https://100.64.0.1/x",
                "https://[::1]/x",
                "https://[fd00::1]/x",
                "http://203.0.113.1/x",
                "file:///etc/passwd",
                "https://user@203.0.113.1/x"
            })
    void addressesOfPrivateNetworksAreRefused(String url) {
        assertThatThrownBy(() -> download(false).fetch(URI.create(url), new PlainCsv(), Optional.empty(), bytes -> {}))
                .isInstanceOf(ForbiddenAddressException.class);
    }

    @Test
    void aServerThatDripsIsGivenUp() {
        server.createContext("/", DownloadTest::drip);
        assertThatThrownBy(() -> download(true, Duration.ofMillis(300))
                        .fetch(address(), new PlainCsv(), Optional.empty(), bytes -> {}))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageContaining("takes longer than PT0.3S");
    }

    @Test
    void whoeverIsToldOfProgressMayStopIt() {
        server.createContext("/", DownloadTest::drip);
        assertThatThrownBy(() -> download(true).fetch(address(), new PlainCsv(), Optional.empty(), bytes -> {
                    if (bytes > 2) {
                        throw new CancellationException("nobody waits");
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aListOfSeveralPagesHasNoTag() throws Exception {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"one\"");
            var link = "2".equals(exchange.getRequestURI().getQuery()) ? "" : "/?2";
            answer(exchange, 200, "application/json", "{\"Items\": [], \"NextPageLink\": \"" + link + "\"}");
        });
        try (var fetched = download(true).fetch(address(), new AzureRetailJson(), Optional.empty(), bytes -> {})) {
            assertThat(fetched.pages()).hasSize(2);
            assertThat(fetched.etag()).isEmpty();
        }
    }

    @Test
    void anErrorShowsNoQueryOfAnAddress() {
        server.createContext(
                "/",
                exchange -> answer(
                        exchange,
                        200,
                        "application/json",
                        "{\"Items\": [], \"NextPageLink\": \"https://other.example.com/?key=hidden\"}"));
        assertThatThrownBy(() -> download(true)
                        .fetch(
                                URI.create(address() + "?key=hidden"),
                                new AzureRetailJson(),
                                Optional.empty(),
                                bytes -> {}))
                .isInstanceOf(BrokenFileException.class)
                .message()
                .doesNotContain("hidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1.2.3",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "fc00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1"
            })
    void whatTheInternetDoesNotRouteIsPrivate(String address) throws Exception {
        assertThat(AddressRules.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"100.128.0.1", "192.0.2.1", "198.20.0.1", "2001:db8::1", "64:ff9b::808:808", "2002:808:808::1"})
    void whatLeadsOutsideIsNot(String address) throws Exception {
        assertThat(AddressRules.isPrivate(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void aFileIsReadFromItsBeginningAsOftenAsAskedAndLeavesNothing() throws Exception {
        try (var file = new Spool(folder, 1000).file()) {
            var bytes = BODY.getBytes(StandardCharsets.UTF_8);
            file.append(bytes, bytes.length);
            for (int i = 0; i < 2; i++) {
                try (var in = file.open()) {
                    assertThat(in.readAllBytes()).isEqualTo(bytes);
                }
            }
        }
    }

    /** A byte now and then, for as long as anybody reads. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("content-type", "text/csv");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            while (true) {
                out.write('x');
                out.flush();
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private Fetched fetch(Optional<String> etag) throws IOException, InterruptedException {
        return download(true).fetch(address(), new PlainCsv(), etag, bytes -> {});
    }

    private Download download(boolean privateToo) {
        return download(privateToo, Duration.ofMinutes(5));
    }

    private Download download(boolean privateToo, Duration total) {
        var patience = new Patience(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(200),
                3,
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                total);
        return new Download(new AddressRules(privateToo), patience, new Spool(folder, 1000));
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static HttpServer unbound() {
        try {
            return HttpServer.create();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
