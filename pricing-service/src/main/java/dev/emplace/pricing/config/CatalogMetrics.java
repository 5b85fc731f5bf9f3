package dev.emplace.pricing.config;

import dev.emplace.pricing.domain.catalog.LiveCatalog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What the catalog shows of itself. */
@Singleton
final class CatalogMetrics {

    private final MeterRegistry registry;
    private final LiveCatalog live;

    CatalogMetrics(MeterRegistry registry, LiveCatalog live) {
        this.registry = registry;
        this.live = live;
    }

    void register(@Observes StartupEvent start) {
        Gauge.builder("emplace.catalog.revision", live, LiveCatalog::revision)
                .description("Revision of the catalog that this replica answers from; -1 before the first")
                .register(registry);
        Gauge.builder("emplace.catalog.offers", live, CatalogMetrics::offers)
                .description("Offers in that catalog")
                .register(registry);
    }

    private static double offers(LiveCatalog live) {
        return live.isLoaded() ? live.snapshot().size() : 0;
    }
}
