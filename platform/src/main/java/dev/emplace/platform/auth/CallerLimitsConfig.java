package dev.emplace.platform.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What one caller may take of one replica. A caller is a name that was proved, else an address (of IPv6 the first 64
 * bits); callers on loopback without a name are not limited.
 */
@ConfigMapping(prefix = "emplace.limits.caller")
public interface CallerLimitsConfig {

    /** Calls a second, in the long run; a call beyond them is refused as RATE_LIMITED. */
    @WithDefault("2000")
    int callsPerSecond();

    /** Calls that may come at once after a pause. */
    @WithDefault("4000")
    int burst();

    /** Calls open at the same time, streams too; a call beyond them is refused as TOO_MANY_CALLS. */
    @WithDefault("1000")
    int open();

    /**
     * Tokens that prove nothing, a second and address, in the long run; ten seconds' worth may come at once. Beyond them
     * tokens from there that are not known yet are refused unseen, as RATE_LIMITED.
     */
    @WithDefault("20")
    int failedTokensPerSecond();

    /** Callers whose rate is remembered at the same time, which takes about 200 bytes each. */
    @WithDefault("10000")
    int remembered();
}
