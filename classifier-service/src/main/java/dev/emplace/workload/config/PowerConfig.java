package dev.emplace.workload.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where power-service is, and how long it may take before a plan goes on without it. */
@ConfigMapping(prefix = "emplace.power")
public interface PowerConfig {

    /** Host and port, or any name that gRPC resolves, such as dns:///power:9103. */
    @WithDefault("127.0.0.1:9103")
    String address();

    /** Longest wait for one answer, at most half of what is left of the caller's deadline. */
    @WithDefault("3s")
    Duration timeout();
}
