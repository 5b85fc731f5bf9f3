package dev.emplace.pricing.grpc;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** Two sources that are read on a schedule, of which one fails. */
public final class OnASchedule implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "emplace.pricing.imports.private-addresses", "true",
                "emplace.pricing.imports.look-interval", "1s",
                "emplace.pricing.imports.sources.on-time.format", "csv",
                "emplace.pricing.imports.sources.on-time.stale-after", "1h",
                "emplace.pricing.imports.sources.broken.format", "csv");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(PriceServer.class));
    }
}
