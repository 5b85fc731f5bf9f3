package dev.emplace.workload.domain.policy;

import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.yaml.YamlManifests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The policy that the service ships, for tests. */
public final class Policies {
    private static final Policy SHIPPED = read(text());

    private Policies() {}

    public static Policy shipped() {
        return SHIPPED;
    }

    static Policy read(String text) {
        return PolicyReader.read(new YamlManifests(ManifestLimits.DEFAULT).read(text));
    }

    public static String text() {
        try (InputStream file = Policies.class.getResourceAsStream("/policy.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
