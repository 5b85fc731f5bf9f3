package dev.emplace.bench.data;

import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.policy.PolicyReader;
import dev.emplace.workload.yaml.YamlManifests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The policy that classifier-service ships with. */
public final class ShippedPolicy {
    private ShippedPolicy() {}

    public static Policy read() {
        try (InputStream file = ShippedPolicy.class.getResourceAsStream("/policy.yaml")) {
            byte[] text = Objects.requireNonNull(file, "policy.yaml is part of classifier-service")
                    .readAllBytes();
            return PolicyReader.read(new YamlManifests(ManifestLimits.DEFAULT).read(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
