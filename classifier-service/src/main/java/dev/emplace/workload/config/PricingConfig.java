package dev.emplace.workload.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where pricing-service is, and how long it may take. */
@ConfigMapping(prefix = "emplace.pricing")
public interface PricingConfig {

    /** Host and port, or any name that gRPC resolves, such as dns:///pricing:9101. */
    @WithDefault("127.0.0.1:9101")
    String address();

    /** Longest wait for one answer; the caller's deadline may be shorter. */
    @WithDefault("10s")
    Duration timeout();

    /** How long the table of accelerators is kept before it is read anew. */
    @WithDefault("60s")
    Duration acceleratorsKept();
}
