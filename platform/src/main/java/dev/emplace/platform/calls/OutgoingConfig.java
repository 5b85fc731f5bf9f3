package dev.emplace.platform.calls;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How connections to other services are watched. */
@ConfigMapping(prefix = "emplace.outgoing")
public interface OutgoingConfig {

    /** A silent peer is asked for a sign of life after this time, calls or none; gRPC takes no less than 10 s. */
    @WithDefault("30s")
    Duration keepAlive();

    /** How long the sign of life may take before the connection counts as dead, and a new one is made. */
    @WithDefault("10s")
    Duration keepAliveTimeout();
}
