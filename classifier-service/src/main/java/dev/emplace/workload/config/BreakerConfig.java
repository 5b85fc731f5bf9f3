package dev.emplace.workload.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a service that keeps failing is left alone, and for how long. */
@ConfigMapping(prefix = "emplace.breaker")
public interface BreakerConfig {

    /** The last calls to a service that are looked at. */
    @WithDefault("20")
    int calls();

    /** Share of them that must have failed, retries included. */
    @WithDefault("0.5")
    double failures();

    /** How long the service is then left alone, before one call tries it. */
    @WithDefault("5s")
    Duration pause();
}
