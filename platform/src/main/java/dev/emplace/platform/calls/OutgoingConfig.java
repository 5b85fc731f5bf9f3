package dev.emplace.platform.calls;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How connections to other services are watched, and calls on them repeated. */
@ConfigMapping(prefix = "emplace.outgoing")
public interface OutgoingConfig {

    /** A silent peer is asked for a sign of life after this time, calls or none; gRPC takes no less than 10 s. */
    @WithDefault("30s")
    Duration keepAlive();

    /** How long the sign of life may take before the connection counts as dead, and a new one is made. */
    @WithDefault("10s")
    Duration keepAliveTimeout();

    /** Longest wait between attempts to connect to a service that is away; gRPC's own grows to 2 min. */
    @WithDefault("5s")
    Duration reconnect();

    /** Attempts at a call that changes nothing, the first included; 1 turns retries off, gRPC takes no more than 5. */
    @WithDefault("3")
    int attempts();

    /** About how long before the second attempt, where the service does not say itself; doubled before each further. */
    @WithDefault("50ms")
    Duration retryDelay();

    /** Failed attempts that may go unanswered twice over before retries stop, for all calls to a service together. */
    @WithDefault("20")
    int retryBudget();

    /** How much of the budget an answered call gives back: the share of calls that may be retries, in the long run. */
    @WithDefault("0.1")
    double retryShare();
}
