package dev.emplace.workload.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a manifest may cost to read. */
@ConfigMapping(prefix = "emplace.manifest")
public interface ManifestConfig {

    /** Longest input in bytes. */
    @WithDefault("1048576")
    int bytes();

    /** Most documents in one input. */
    @WithDefault("200")
    int documents();

    /** Deepest nesting. */
    @WithDefault("64")
    int depth();

    /** Most values, aliases counted as often as they are used. */
    @WithDefault("100000")
    int nodes();
}
