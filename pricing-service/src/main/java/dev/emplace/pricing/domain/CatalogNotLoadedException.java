package dev.emplace.pricing.domain;

import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** This replica has not read the catalog yet. */
public final class CatalogNotLoadedException extends Failure {

    public CatalogNotLoadedException() {
        super(
                PricingReason.CATALOG_NOT_LOADED,
                "this replica has not read the catalog yet; retry, and it or another one answers",
                Map.of(),
                List.of(),
                Duration.ofSeconds(1));
    }
}
