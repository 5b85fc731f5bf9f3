package dev.emplace.platform.calls;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one connection, one call and one message may take of a service, so that no caller can take all of it. */
@ConfigMapping(prefix = "emplace.limits")
public interface LimitsConfig {

    /** Largest request message once decompressed; a larger one is refused as MESSAGE_TOO_LARGE. */
    @WithDefault("4194304")
    int messageBytes();

    /** Largest sum of a call's metadata: names, values, and 32 bytes for each entry. */
    @WithDefault("16384")
    int metadataBytes();

    /** Connections open at the same time; further ones are closed as soon as they stand. */
    @WithDefault("4096")
    int connections();

    /** Calls open at the same time on one connection; further ones wait at the client. */
    @WithDefault("256")
    int callsPerConnection();

    /** Streams that a client may reset per window before its connection is closed (CVE-2023-44487). */
    @WithDefault("200")
    int resetsPerWindow();

    /** The window within which resets are counted. */
    @WithDefault("10s")
    Duration resetWindow();

    /** After this age a connection is asked to reconnect, which spreads clients over replicas. */
    @WithDefault("30m")
    Duration connectionAge();

    /** How long calls may still finish on a connection that was asked to reconnect. */
    @WithDefault("1m")
    Duration connectionAgeGrace();

    /** A connection without calls is closed after this time. */
    @WithDefault("10m")
    Duration connectionIdle();

    /** A silent client is asked for a sign of life after this time; after 10 s where less is set. */
    @WithDefault("1m")
    Duration keepAlive();

    /** How long the sign of life may take before the connection counts as dead. */
    @WithDefault("20s")
    Duration keepAliveTimeout();

    /** The most frequent signs of life that clients may ask for. */
    @WithDefault("20s")
    Duration keepAlivePermitted();
}
