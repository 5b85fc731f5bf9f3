package dev.emplace.bench.pricing;

import dev.emplace.bench.stack.CatalogDatabase;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.ingest.bundled.BundledCatalog;
import dev.emplace.pricing.ingest.bundled.CatalogFiles;
import java.util.List;

/** What the measured services have to answer from: 100,000 offers of places and accelerators that they know. */
public final class ServedCatalog {

    public static final int OFFERS = 100_000;
    public static final String FEED = "synthetic";

    private static final long SEED = 20_261_124;

    private ServedCatalog() {}

    public static SyntheticCatalog synthetic() {
        return new SyntheticCatalog(reference(), SEED);
    }

    /** What the services know of places and accelerators. */
    public static Reference reference() {
        return BundledCatalog.load(CatalogFiles.bundled()).reference();
    }

    /** A database that has them. */
    public static CatalogDatabase publish(List<Offer> offers) {
        CatalogDatabase database = CatalogDatabase.create();
        database.publish(FEED, offers);
        return database;
    }
}
