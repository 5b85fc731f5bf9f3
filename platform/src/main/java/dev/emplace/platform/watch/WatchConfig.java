package dev.emplace.platform.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How watches are kept alive, and ended. */
@ConfigMapping(prefix = "emplace.watch")
public interface WatchConfig {

    /** After this time without a message, a watch is told how far it has come. */
    @WithDefault("10s")
    Duration bookmarkInterval();

    /** After this time in which nothing is read though there is more to tell, a watch is ended with SLOW_READER. */
    @WithDefault("30s")
    Duration patience();
}
