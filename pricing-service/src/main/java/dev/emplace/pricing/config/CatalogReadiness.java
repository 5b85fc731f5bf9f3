package dev.emplace.pricing.config;

import dev.emplace.pricing.domain.catalog.LiveCatalog;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once a catalog has been read; a database that goes away later leaves the last one answering. */
@Readiness
@Singleton
final class CatalogReadiness implements HealthCheck {

    private final LiveCatalog live;

    CatalogReadiness(LiveCatalog live) {
        this.live = live;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("catalog")
                .status(live.isLoaded())
                .withData("revision", live.revision())
                .build();
    }
}
