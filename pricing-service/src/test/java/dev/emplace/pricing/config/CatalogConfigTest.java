package dev.emplace.pricing.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.testkit.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CatalogConfigTest {

    private final CatalogConfig config;

    @Inject
    CatalogConfigTest(CatalogConfig config) {
        this.config = config;
    }

    @Test
    void defaultsAreThese() {
        assertThat(config.publishBundled()).isTrue();
        assertThat(config.pollInterval()).isEqualTo(Duration.ofMillis(50));
    }

    /** From the file: a test listens on ports of its own. */
    @Test
    void portsAreTheAgreedOnes() throws IOException {
        var properties = new Properties();
        try (InputStream in = CatalogConfig.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
        }
        assertThat(properties)
                .containsEntry("quarkus.grpc.server.port", "9101")
                .containsEntry("quarkus.management.port", "9201");
    }
}
