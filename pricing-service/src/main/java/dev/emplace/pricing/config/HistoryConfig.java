package dev.emplace.pricing.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the past of the catalog is kept. */
@ConfigMapping(prefix = "emplace.pricing.history")
public interface HistoryConfig {

    /** How long what was said of an offer is kept after something else was said, or after it ended; at least 24h. */
    @WithDefault("400d")
    Duration kept();
}
