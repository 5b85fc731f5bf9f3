package dev.emplace.platform.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often readiness is asked for. */
@ConfigMapping(prefix = "emplace.health")
public interface HealthConfig {

    /** Time between two rounds of the readiness checks. */
    @WithDefault("2s")
    Duration interval();
}
