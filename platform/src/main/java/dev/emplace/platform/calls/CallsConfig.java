package dev.emplace.platform.calls;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much a service takes on at once, and how long it works for a caller who did not say. */
@ConfigMapping(prefix = "emplace.calls")
public interface CallsConfig {

    /** Blocking calls that run at the same time. */
    @WithDefault("64")
    int concurrency();

    /** Blocking calls that wait for one of those; a call beyond them is refused as OVERLOADED. */
    @WithDefault("512")
    int queue();

    /** Deadline of a unary call whose caller set none. */
    @WithDefault("15s")
    Duration defaultDeadline();

    /** How long a stopping service waits for calls in flight. */
    @WithDefault("10s")
    Duration drainTimeout();
}
