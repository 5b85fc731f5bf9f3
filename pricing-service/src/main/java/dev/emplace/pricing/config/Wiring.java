package dev.emplace.pricing.config;

import dev.emplace.platform.watch.ChangeLog;
import dev.emplace.platform.watch.WatchConfig;
import dev.emplace.platform.watch.Watches;
import dev.emplace.pricing.domain.catalog.LiveCatalog;
import dev.emplace.pricing.domain.catalog.OfferChange;
import dev.emplace.pricing.domain.catalog.PastCatalogs;
import dev.emplace.pricing.domain.catalog.PriceHistory;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.ingest.bundled.BundledCatalog;
import dev.emplace.pricing.ingest.bundled.CatalogFiles;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the plain objects of the domain available for injection. */
final class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    BundledCatalog bundledCatalog() {
        return BundledCatalog.load(CatalogFiles.bundled());
    }

    @Produces
    @Singleton
    Reference reference(BundledCatalog bundled) {
        return bundled.reference();
    }

    @Produces
    @Singleton
    LiveCatalog liveCatalog() {
        return new LiveCatalog();
    }

    @Produces
    @Singleton
    PastCatalogs pastCatalogs(Reference reference, PriceHistory history) {
        return new PastCatalogs(reference.accelerators(), history);
    }

    @Produces
    @Singleton
    Watches<OfferChange> offerWatches(ChangeLog<OfferChange> changes, WatchConfig config) {
        return new Watches<>(changes, config);
    }

    void close(@Disposes Watches<OfferChange> watches) {
        watches.close();
    }
}
