package dev.emplace.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.cli.EmplaceRun;
import dev.emplace.cli.remote.Connection;
import dev.emplace.cli.remote.Security;
import dev.emplace.cli.seed.SiteFiles;
import dev.emplace.testkit.security.TestAuthority;
import dev.emplace.testkit.security.TestIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three services as processes that trust an issuer and a CA, set up by environment variables as a pod is. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class SecuredSuiteIT {

    private static final String CLASSIFIER = "system:serviceaccount:emplace:classifier-service";
    private static final String SCHEDULER = "system:serviceaccount:ml:scheduler";
    private static final String OTHER = "system:serviceaccount:ml:other";

    @TempDir
    private static Path folder;

    private static Suite suite;

    @BeforeAll
    static void start() throws IOException {
        TestIssuer issuer = TestIssuer.create(folder, "first");
        TestAuthority.create(folder, "ca").issue("server", 3600).issue("operator", 3600);
        Files.writeString(
                folder.resolve("classifier-token"), issuer.token(CLASSIFIER).signed());
        Files.writeString(
                folder.resolve("scheduler-token"), issuer.token(SCHEDULER).signed());
        Files.writeString(folder.resolve("other-token"), issuer.token(OTHER).signed());
        Files.writeString(
                folder.resolve("expired-token"),
                issuer.token(SCHEDULER).endsIn(-60).signed());
        suite = Suite.start(
                Path.of(".."),
                Home.ephemeral(),
                FreePorts.any(),
                Map.ofEntries(
                        Map.entry("EMPLACE_AUTH_MODE", "required"),
                        Map.entry("EMPLACE_AUTH_ISSUERS_KUBERNETES_URL", TestIssuer.URL),
                        Map.entry(
                                "EMPLACE_AUTH_ISSUERS_KUBERNETES_KEYS",
                                TestIssuer.published(folder).toUri().toString()),
                        Map.entry(
                                "EMPLACE_AUTH_VIEWERS",
                                "kubernetes:sub:" + CLASSIFIER + ",kubernetes:sub:system:serviceaccount:ml:*,"
                                        + "certificate:cn:operator"),
                        Map.entry("EMPLACE_AUTH_RESERVERS", "kubernetes:sub:" + SCHEDULER),
                        Map.entry("EMPLACE_AUTH_PUBLISHERS", "certificate:cn:operator"),
                        Map.entry("EMPLACE_AUTH_ADMINS", "certificate:cn:operator"),
                        Map.entry("EMPLACE_TLS_CERTIFICATE_FILE", file("server.pem")),
                        Map.entry("EMPLACE_TLS_KEY_FILE", file("server-key.pem")),
                        Map.entry("EMPLACE_TLS_CLIENT_CA_FILE", file("ca.pem")),
                        Map.entry("EMPLACE_OUTGOING_SECURITY_CA_FILE", file("ca.pem")),
                        Map.entry("EMPLACE_OUTGOING_SECURITY_TOKEN_FILE", file("classifier-token"))),
                part -> {});
        Security operator = new Security(
                true,
                Optional.of(folder.resolve("ca.pem")),
                Optional.empty(),
                Optional.of(folder.resolve("operator.pem")),
                Optional.of(folder.resolve("operator-key.pem")));
        try (Connection power = Connection.to(address(Service.POWER), operator)) {
            SiteFiles.apply(power.channel());
        }
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void planCrossesTheServicesEachWithItsOwnToken() {
        EmplaceRun run = place("--ca-file", file("ca.pem"), "--token-file", file("scheduler-token"));

        assertThat(run.out()).contains("placed", "ashburn-colo revision");
        assertThat(run.out()).doesNotContain("degraded");
        assertThat(run.code()).isZero();
    }

    @Test
    void schedulerHoldsPowerThatTheOperatorMayNot() {
        assertThat(reserve("--token-file", file("scheduler-token")).code()).isZero();
        EmplaceRun operator =
                reserve("--certificate-file", file("operator.pem"), "--key-file", file("operator-key.pem"));

        assertThat(operator.err()).contains("ROLE_MISSING", "ROLE_RESERVER", "certificate:uri:spiffe");
    }

    @Test
    void whoComesWithoutProofIsToldWhatToGive() {
        assertThat(place("--ca-file", file("ca.pem")).err()).contains("NO_CREDENTIALS", "--token-file");
        assertThat(place("--ca-file", file("ca.pem"), "--token-file", file("expired-token"))
                        .err())
                .contains("INVALID_CREDENTIALS", "has expired");
        assertThat(place().code()).as("in the clear").isNotZero();
    }

    @Test
    void planShowsAContractedPriceToItsReaderAlone() throws IOException {
        Path sheet = Files.writeString(folder.resolve("sheet.csv"), """
                provider,region,instance_type,purchase,usd_per_hour
                aws,us-east-1,g6e.xlarge,on_demand,0.52
                """);
        EmplaceRun imported = EmplaceRun.of("import", "--server", address(Service.PRICING))
                .with("acme-2026", sheet.toString(), "--format", "csv", "--reader", "kubernetes:sub:" + SCHEDULER)
                .with("--ca-file", file("ca.pem"))
                .with("--certificate-file", file("operator.pem"), "--key-file", file("operator-key.pem"))
                .run();
        assertThat(imported.code()).as(imported.err()).isZero();

        assertThat(offersOf("scheduler-token")).contains("aws.us-east-1.g6e-xlarge.on-demand--acme-2026");
        assertThat(offersOf("other-token")).contains("aws.us-east-1.g6e-xlarge").doesNotContain("acme-2026");
    }

    private static String offersOf(String token) {
        EmplaceRun run = EmplaceRun.of("place", "--server", address(Service.CLASSIFIER))
                .with("--activity", "serving", "--parameters", "8", "-o", "json")
                .with("--ca-file", file("ca.pem"), "--token-file", file(token))
                .run();
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    private static EmplaceRun place(String... security) {
        return EmplaceRun.of("place", "--server", address(Service.CLASSIFIER))
                .with("--activity", "serving", "--parameters", "8", "--explain")
                .with(security)
                .run();
    }

    private static EmplaceRun reserve(String... security) {
        return EmplaceRun.of("reserve", "--server", address(Service.POWER), "--ca-file", file("ca.pem"))
                .with("ashburn-colo", "--accelerator", "nvidia-h100-sxm-80gb", "--count", "8", "--load", "training")
                .with(security)
                .run();
    }

    private static String address(Service service) {
        return suite.endpoint(service).grpcAddress();
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }
}
