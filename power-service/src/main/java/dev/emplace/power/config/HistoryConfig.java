package dev.emplace.power.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the past of sites is kept. */
@ConfigMapping(prefix = "emplace.power.history")
public interface HistoryConfig {
    /** How long changes of sites and resolved reservations are kept; at least 24h, for the sake of request ids. */
    @WithDefault("90d")
    Duration kept();
}
