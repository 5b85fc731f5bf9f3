package dev.emplace.pricing.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where the catalog comes from, and how soon a replica sees what another one has published. */
@ConfigMapping(prefix = "emplace.pricing.catalog")
public interface CatalogConfig {

    /** Whether the catalog that ships with the service is published at start. */
    @WithDefault("true")
    boolean publishBundled();

    /** Time between two looks at the revision, where no word of a publication arrives; a look costs one indexed row. */
    @WithDefault("50ms")
    Duration pollInterval();
}
