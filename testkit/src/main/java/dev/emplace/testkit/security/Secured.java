package dev.emplace.testkit.security;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Runs a service as it would run beyond loopback: TLS, tokens of a test issuer, certificates of a test authority. */
public class Secured implements QuarkusTestProfile {

    private static final String FOLDER = "emplace.test.security-folder";

    /** Where tests find the issuer's and the authority's files. */
    public static Path folder() {
        return ConfigProvider.getConfig().getValue(FOLDER, Path.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Path folder = newFolder();
        TestIssuer.create(folder, "first");
        TestAuthority.create(folder, "ca")
                .issue("server", 3600)
                .issue("viewer", 3600)
                .issue("publisher", 3600)
                .issue("reserver", 3600)
                .issue("admin", 3600)
                .issue("nobody", 3600)
                .issue("expired", -60);
        TestAuthority.create(folder, "other-ca").issue("stranger", 3600);
        return Map.ofEntries(
                Map.entry(FOLDER, folder.toString()),
                Map.entry("emplace.auth.mode", "required"),
                Map.entry("emplace.auth.issuers.test.url", TestIssuer.URL),
                Map.entry(
                        "emplace.auth.issuers.test.keys",
                        TestIssuer.published(folder).toUri().toString()),
                Map.entry("emplace.auth.clock-skew", "0s"),
                Map.entry("emplace.auth.viewers", members("viewer")),
                Map.entry("emplace.auth.publishers", members("publisher")),
                Map.entry("emplace.auth.reservers", members("reserver")),
                Map.entry("emplace.auth.admins", members("admin")),
                Map.entry(
                        "emplace.tls.certificate-file",
                        folder.resolve("server.pem").toString()),
                Map.entry(
                        "emplace.tls.key-file", folder.resolve("server-key.pem").toString()),
                Map.entry("emplace.tls.client-ca-file", folder.resolve("ca.pem").toString()));
    }

    private static String members(String role) {
        return "test:sub:" + role + ",test:group:" + role + "s,certificate:uri:spiffe://emplace.test/" + role;
    }

    private static Path newFolder() {
        try {
            Path folder = Files.createTempDirectory("emplace-secured-");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
