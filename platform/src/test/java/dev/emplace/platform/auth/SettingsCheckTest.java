package dev.emplace.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {

    private final Map<String, String> settings = new HashMap<>();

    private Path folder = Path.of("");

    @BeforeEach
    void files(@TempDir Path temporary) throws IOException {
        folder = temporary;
        for (String file : List.of("server.pem", "server-key.pem", "ca.pem")) {
            Files.createFile(folder.resolve(file));
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,localhost", "::1,127.0.0.9"})
    void loopbackNeedsNoAuthentication(String grpc, String management) {
        assertThat(problems(grpc, management)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0,127.0.0.1,quarkus.grpc.server.host", "127.0.0.1,::,quarkus.management.host"})
    void anythingElseIsRefusedBySettingAndRemedy(String grpc, String management, String setting) {
        assertThat(problems(grpc, management))
                .singleElement()
                .asString()
                .contains(setting, "emplace.auth.issuers", "emplace.auth.mode=none");
    }

    @Test
    void noneInSoManyWordsOpensTheDoor() {
        settings.put("emplace.auth.mode", "none");

        assertThat(problems("0.0.0.0", "0.0.0.0")).isEmpty();
    }

    @Test
    void noneBesideAnIssuerIsAContradiction() {
        secured();
        settings.put("emplace.auth.mode", "none");

        assertThat(problems("127.0.0.1", "127.0.0.1"))
                .singleElement()
                .asString()
                .contains("contradicts");
    }

    @Test
    void requiredWithoutAnythingToCheckByIsRefused() {
        settings.put("emplace.auth.mode", "required");
        settings.put("emplace.auth.viewers", "certificate:cn:somebody");

        assertThat(problems("127.0.0.1", "127.0.0.1"))
                .singleElement()
                .asString()
                .contains("nothing to check callers by");
    }

    @Test
    void issuerWithTlsAndAMemberIsSafeAnywhere() {
        secured();

        assertThat(problems("0.0.0.0", "0.0.0.0")).isEmpty();
    }

    @Test
    void meshThatEncryptsIsTakenAtItsWord() {
        secured();
        settings.remove("emplace.tls.certificate-file");
        settings.remove("emplace.tls.key-file");
        settings.put("emplace.tls.terminated-outside", "true");

        assertThat(problems("0.0.0.0", "0.0.0.0")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "emplace.auth.viewers||none holds a role",
                "emplace.auth.viewers|kubernetes:scheduler|names nobody",
                "emplace.auth.viewers|sso:sub:somebody|names nobody",
                "emplace.auth.viewers|certificate:somebody|names nobody",
                "emplace.auth.viewers|kubernetes:sub:admin*|every name that begins so",
                "emplace.auth.viewers|*|names nobody",
                "emplace.auth.issuers.kubernetes.url|http://issuer.example|anybody on the way",
                "emplace.auth.issuers.kubernetes.keys|http://keys.example/jwks|anybody on the way",
                "emplace.auth.issuers.kubernetes.keys|ftp://keys.example/jwks|anybody on the way",
                "emplace.auth.issuers.kubernetes.audience|' '|accept tokens for anybody",
                "emplace.auth.issuers.certificate.url|https://other.example|no name for an issuer",
                "emplace.auth.issuers.twin.url|https://issuer.example|have the same url",
                "emplace.tls.certificate-file||tokens in the clear",
                "emplace.tls.key-file||belong together",
                "emplace.tls.client-certificate-required|true|needs emplace.tls.client-ca-file",
                "emplace.tls.client-ca-file|/nowhere/ca.pem|cannot be read",
            })
    void oneUnsafeSettingIsRefusedAndNamed(String setting, String value, String problem) {
        secured();
        settings.put(setting, value == null ? "" : value);

        assertThat(problems("0.0.0.0", "127.0.0.1"))
                .anySatisfy(told -> assertThat(told).contains(problem).matches("(?s).*(emplace|quarkus)\\..*"));
    }

    @Test
    void clientCertificatesWithoutTlsAreRefused() {
        settings.put("emplace.tls.client-ca-file", folder.resolve("ca.pem").toString());
        settings.put("emplace.auth.viewers", "certificate:cn:somebody");

        assertThat(problems("127.0.0.1", "127.0.0.1"))
                .singleElement()
                .asString()
                .contains("needs emplace.tls.certificate-file");
    }

    private void secured() {
        settings.put("emplace.auth.issuers.kubernetes.url", "https://issuer.example");
        settings.put("emplace.auth.viewers", "kubernetes:sub:system:serviceaccount:ml:*, kubernetes:group:readers");
        settings.put(
                "emplace.tls.certificate-file", folder.resolve("server.pem").toString());
        settings.put("emplace.tls.key-file", folder.resolve("server-key.pem").toString());
    }

    private List<String> problems(String grpcHost, String managementHost) {
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, DurationConverter::parseDuration)
                .withMapping(AuthConfig.class)
                .withMapping(TlsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build();
        return SettingsCheck.problems(
                config.getConfigMapping(AuthConfig.class),
                config.getConfigMapping(TlsConfig.class),
                grpcHost,
                managementHost);
    }
}
