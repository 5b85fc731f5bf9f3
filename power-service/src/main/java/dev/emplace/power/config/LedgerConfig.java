package dev.emplace.power.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sites are written and kept fresh. */
@ConfigMapping(prefix = "emplace.power.ledger")
public interface LedgerConfig {
    /** How often to look for what other replicas wrote, and for reservations that are due. */
    @WithDefault("1s")
    Duration pollInterval();

    /** Sites whose batches may run at the same time; no more than there are database connections. */
    @WithDefault("16")
    int writers();
}
