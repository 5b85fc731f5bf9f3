package dev.emplace.platform.lifecycle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a service's life ends. */
@ConfigMapping(prefix = "emplace.lifecycle")
public interface LifecycleConfig {

    /** End when standard input is closed: for a launcher whose death must not leave the service behind. */
    @WithDefault("false")
    boolean endWithStandardInput();
}
