package dev.emplace.platform.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.v1.EchoRequest;
import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import dev.emplace.platform.echo.v1.ListEchoesRequest;
import dev.emplace.platform.echo.v1.StreamEchoesRequest;
import dev.emplace.testkit.grpc.GrpcError;
import dev.emplace.testkit.security.Secured;
import dev.emplace.testkit.security.SecuredCalls;
import dev.emplace.testkit.security.TestAuthority;
import dev.emplace.testkit.security.TestIssuer;
import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(GateTest.ShortLived.class)
class GateTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics = URI.create("unset");

    private final Path folder = Secured.folder();
    private final TestIssuer issuer = TestIssuer.in(folder);
    private final List<ManagedChannel> channels = new ArrayList<>();

    @AfterEach
    void close() {
        channels.forEach(ManagedChannel::shutdownNow);
    }

    @Test
    void methodThatDeclaresNoRoleAdmitsNobody() {
        for (String caller : List.of("viewer", "publisher", "reserver", "admin")) {
            GrpcError.from(() -> echo(bearer(caller)).echo(EchoRequest.getDefaultInstance()))
                    .is(Code.PERMISSION_DENIED, "ROLE_MISSING");
        }
    }

    @Test
    void groupOfATokenGivesItsRole() {
        CallCredentials token = SecuredCalls.bearer(
                issuer.token("somebody").groups("others", "admins").signed());

        assertThat(echo(token)
                        .listEchoes(ListEchoesRequest.getDefaultInstance())
                        .getNumbersList())
                .isNotEmpty();
    }

    @Test
    void subjectThatLooksLikeAGroupIsNone() {
        CallCredentials token = SecuredCalls.bearer(issuer.token("group:admins").signed());

        GrpcError.from(() -> echo(token).listEchoes(ListEchoesRequest.getDefaultInstance()))
                .is(Code.PERMISSION_DENIED, "ROLE_MISSING");
    }

    @Test
    void tokenIsLookedAtEvenWhereTheConnectionsCertificateWouldDo() {
        CallCredentials expired =
                SecuredCalls.bearer(issuer.token("admin").endsIn(-1).signed());

        GrpcError.from(() -> EchoServiceGrpc.newBlockingStub(open(SecuredCalls.channel(folder, "admin")))
                        .withCallCredentials(expired)
                        .listEchoes(ListEchoesRequest.getDefaultInstance()))
                .is(Code.UNAUTHENTICATED, "INVALID_CREDENTIALS");
    }

    @Test
    void streamEndsWhenItsToken() {
        GrpcError end = streamed(issuer.token("viewer").endsIn(2).signed());

        end.is(Code.UNAUTHENTICATED, "CREDENTIALS_EXPIRED");
    }

    @Test
    void streamEndsWhenTheTokenOfWhomItIsMadeFor() {
        CallCredentials both = SecuredCalls.onBehalf(
                "Bearer " + issuer.token("viewer").signed(),
                "Bearer " + issuer.token("acme").endsIn(2).signed());

        streamed(both).is(Code.UNAUTHENTICATED, "CREDENTIALS_EXPIRED");
    }

    @Test
    void streamEndsWhenItIsTooOld() {
        GrpcError end = streamed(issuer.token("viewer").signed());

        end.is(Code.UNAVAILABLE, "STREAM_TOO_OLD");
        assertThat(end.retry()).isPresent();
    }

    @Test
    void reflectionIsForViewers() {
        assertThat(reflected(bearer("viewer"))).contains("emplace.echo.v1.EchoService");
        GrpcError.from(() -> reflected(bearer("nobody"))).is(Code.PERMISSION_DENIED, "ROLE_MISSING");
        GrpcError.from(() -> reflected(SecuredCalls.header())).is(Code.UNAUTHENTICATED, "NO_CREDENTIALS");
    }

    @Test
    void agesOfKeysAndCertificatesAreShown() {
        String shown = given().when().get(metrics).asString();

        assertThat(valueOf("emplace_issuer_keys_age_seconds\\{issuer=\"test\"}", shown))
                .isBetween(0.0, 60.0);
        assertThat(valueOf("emplace_tls_certificate_remaining_seconds", shown)).isBetween(3000.0, 3600.0);
    }

    @Test
    void healthAnswersWithoutCredentialsForOneName() {
        Awaitility.await().until(() -> health() == ServingStatus.SERVING);
    }

    @Test
    void newKeyOfTheIssuerIsLearntAndTheOldOneForgotten() {
        CallCredentials old = bearer("admin");
        echo(old).listEchoes(ListEchoesRequest.getDefaultInstance());

        TestIssuer rotated = TestIssuer.create(folder, "second");
        CallCredentials fresh = SecuredCalls.bearer(rotated.token("admin").signed());

        Awaitility.await()
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(echo(fresh)
                                .listEchoes(ListEchoesRequest.getDefaultInstance())
                                .getNumbersList())
                        .isNotEmpty());
        GrpcError.from(() -> echo(old).listEchoes(ListEchoesRequest.getDefaultInstance()))
                .is(Code.UNAUTHENTICATED, "INVALID_CREDENTIALS");
    }

    @Test
    void serversCertificateAndClientsAuthorityAreReplacedWhileItRuns() {
        TestAuthority.create(folder, "ca")
                .issue("admin", 3600)
                .issue("server", 3600)
                .issue("renewed", 3600);

        Awaitility.await().untilAsserted(() -> {
            GrpcError answer =
                    GrpcError.from(() -> EchoServiceGrpc.newBlockingStub(open(SecuredCalls.channel(folder, "renewed")))
                            .listEchoes(ListEchoesRequest.getDefaultInstance()));
            answer.is(Code.PERMISSION_DENIED, "ROLE_MISSING");
        });
    }

    private static double valueOf(String metric, String shown) {
        Matcher found = Pattern.compile("(?m)^" + metric + " (\\S+)$").matcher(shown);
        assertThat(found.find())
                .as(metric + " in "
                        + shown.lines()
                                .filter(line -> line.contains("emplace_"))
                                .toList())
                .isTrue();
        return Double.parseDouble(found.group(1));
    }

    private ServingStatus health() {
        return HealthGrpc.newBlockingStub(open(SecuredCalls.channel(folder)))
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus();
    }

    /** How a stream ends that its caller leaves open. */
    private GrpcError streamed(String token) {
        return streamed(SecuredCalls.bearer(token));
    }

    private GrpcError streamed(CallCredentials credentials) {
        List<String> received = new ArrayList<>();
        GrpcError end = GrpcError.from(() -> echo(credentials)
                .withDeadlineAfter(30, TimeUnit.SECONDS)
                .streamEchoes(StreamEchoesRequest.getDefaultInstance())
                .forEachRemaining(response -> received.add(response.getText())));
        assertThat(received).as("the stream began").containsExactly("first");
        return end;
    }

    private String reflected(CallCredentials credentials) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> out = ServerReflectionGrpc.newStub(open(SecuredCalls.channel(folder)))
                .withCallCredentials(credentials)
                .serverReflectionInfo(new First(answer));
        out.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
        try {
            return answer.orTimeout(10, TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            throw (RuntimeException) failed.getCause();
        }
    }

    private EchoServiceGrpc.EchoServiceBlockingStub echo(CallCredentials credentials) {
        return EchoServiceGrpc.newBlockingStub(open(SecuredCalls.channel(folder)))
                .withCallCredentials(credentials);
    }

    private CallCredentials bearer(String caller) {
        return SecuredCalls.bearer(issuer.token(caller).signed());
    }

    private ManagedChannel open(ManagedChannel channel) {
        channels.add(channel);
        return channel;
    }

    private record First(CompletableFuture<String> answer) implements StreamObserver<ServerReflectionResponse> {

        @Override
        public void onNext(ServerReflectionResponse response) {
            answer.complete(response.toString());
        }

        @Override
        public void onError(Throwable ended) {
            answer.completeExceptionally(ended);
        }

        @Override
        public void onCompleted() {}
    }

    /** Streams, keys and certificates that do not live long. */
    public static final class ShortLived extends Secured {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("emplace.auth.stream-age", "4s");
            settings.put("emplace.auth.issuers.test.refresh", "200ms");
            settings.put("emplace.tls.reload", "200ms");
            return settings;
        }
    }
}
