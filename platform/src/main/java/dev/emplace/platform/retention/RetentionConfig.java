package dev.emplace.platform.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How history is removed; how long it is kept, each service says itself. */
@ConfigMapping(prefix = "emplace.retention")
public interface RetentionConfig {

    /** Time between two looks for history that has become too old. */
    @WithDefault("10m")
    Duration interval();

    /** Rows that one transaction removes at most. */
    @WithDefault("500")
    int batchRows();

    /** Rest between two transactions, which leaves the database to the calls. */
    @WithDefault("100ms")
    Duration pause();
}
