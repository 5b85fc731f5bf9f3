package dev.emplace.pricing.config;

import dev.emplace.platform.watch.ChangeLog;
import dev.emplace.platform.watch.WatchConfig;
import dev.emplace.platform.watch.Watches;
import dev.emplace.pricing.domain.catalog.LiveCatalog;
import dev.emplace.pricing.domain.catalog.OfferChange;
import dev.emplace.pricing.domain.catalog.PastCatalogs;
import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.catalog.PriceHistory;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.imports.ImportLimit;
import dev.emplace.pricing.domain.imports.ImportLog;
import dev.emplace.pricing.domain.imports.Importer;
import dev.emplace.pricing.domain.sheets.SheetBook;
import dev.emplace.pricing.ingest.bundled.BundledCatalog;
import dev.emplace.pricing.ingest.bundled.CatalogFiles;
import dev.emplace.pricing.ingest.files.AddressRules;
import dev.emplace.pricing.ingest.files.Download;
import dev.emplace.pricing.ingest.files.FileImport;
import dev.emplace.pricing.ingest.files.Patience;
import dev.emplace.pricing.ingest.files.Spool;
import dev.emplace.pricing.ingest.files.Subscription;
import dev.emplace.pricing.ingest.files.Subscriptions;
import dev.emplace.pricing.ingest.files.UrlImport;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

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
    Importer importer(PriceBook book, ImportLog log, SheetBook sheets, BundledCatalog bundled) {
        return new Importer(book, log, sheets, bundled.reference(), bundled.shapes());
    }

    @Produces
    @Singleton
    ImportLimit importLimit(ImportsConfig config) {
        return new ImportLimit(config.atOnce(), config.maxRows(), config.silence());
    }

    @Produces
    @Singleton
    Spool spool(ImportsConfig config) {
        return new Spool(
                Path.of(config.directory().orElse(System.getProperty("java.io.tmpdir"))),
                config.maxSize().asLongValue());
    }

    @Produces
    @Singleton
    FileImport fileImport(Importer importer, BundledCatalog bundled, Clock clock, ImportsConfig config) {
        return new FileImport(importer, bundled.shapes(), clock, config.maxRows());
    }

    @Produces
    @Singleton
    UrlImport urlImport(
            ImportsConfig config,
            Spool spool,
            FileImport files,
            ImportLog log,
            PriceBook book,
            Clock clock,
            BundledCatalog bundled) {
        var patience = new Patience(
                config.connectTimeout(),
                config.answerTimeout(),
                config.silence(),
                config.attempts(),
                config.firstPause(),
                config.longestPause(),
                config.downloadLimit());
        var download = new Download(new AddressRules(config.privateAddresses()), patience, spool);
        return new UrlImport(download, files, log, book, clock, bundled.feed().digest());
    }

    @Produces
    @Singleton
    Subscriptions subscriptions(ImportsConfig config) {
        return new Subscriptions(
                config.sources().entrySet().stream()
                        .map(named -> subscription(named.getKey(), named.getValue(), config.staleAfter()))
                        .toList(),
                config.staleAfter());
    }

    private static Subscription subscription(String name, ImportsConfig.Source source, Duration staleAfter) {
        return new Subscription(
                name,
                source.format(),
                source.provider().orElse(""),
                source.url(),
                source.every(),
                source.staleAfter().orElse(staleAfter),
                source.readers().orElse(Set.of()));
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
