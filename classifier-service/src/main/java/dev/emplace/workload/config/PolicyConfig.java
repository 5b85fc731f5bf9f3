package dev.emplace.workload.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Which policy judges workloads. */
@ConfigMapping(prefix = "emplace.policy")
public interface PolicyConfig {

    /** A policy in YAML, read again whenever it changes; absent, the one that is built in. */
    Optional<Path> file();

    /** How often the file is looked at. */
    @WithDefault("5s")
    Duration poll();
}
