package dev.emplace.bench.stack;

import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.Publication;
import dev.emplace.pricing.domain.catalog.Statement;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.persistence.FeedPublication;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** A database of pricing-service, with its schema and its bundled catalog. */
public final class CatalogDatabase extends ServiceDatabase {

    private CatalogDatabase() {
        super("pricing-service");
    }

    /** Empty but for what the service itself publishes when it first starts. */
    @SuppressWarnings("resource") // closed by whoever asked for it
    public static CatalogDatabase create() {
        CatalogDatabase created = new CatalogDatabase();
        created.start(List.of(), List.of()).close();
        return created;
    }

    /** Publishes all that a feed has to say, as the service does. */
    public Publication publish(String feed, Collection<Offer> offers) {
        return publish(source(), feed, offers);
    }

    public static Publication publish(DataSource source, String feed, Collection<Offer> offers) {
        PriceFeed anew = new PriceFeed(feed, 0, UUID.randomUUID().toString(), Optional.empty());
        return new FeedPublication(source, anew)
                .publish(offers.stream().map(Statement::of).iterator());
    }
}
