package dev.emplace.workload.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.manifest.ManifestLimits;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfigDefaultsTest {
    private static <C> C defaults(Class<C> mapping) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }

    @Test
    void servicesAreMetOnLoopback() {
        assertThat(defaults(PricingConfig.class).address()).isEqualTo("127.0.0.1:9101");
        assertThat(defaults(PowerConfig.class).address()).isEqualTo("127.0.0.1:9103");
    }

    @Test
    void powerIsWaitedForLessThanPrices() {
        assertThat(defaults(PricingConfig.class).timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(defaults(PowerConfig.class).timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(defaults(PricingConfig.class).acceleratorsKept()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void manifestLimitsAreThoseOfTheDomain() {
        ManifestConfig config = defaults(ManifestConfig.class);
        assertThat(new ManifestLimits(config.bytes(), config.documents(), config.depth(), config.nodes()))
                .isEqualTo(ManifestLimits.DEFAULT);
    }
}
