package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.Publication;
import dev.emplace.pricing.domain.catalog.PublishedOffers;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.catalog.Statement;
import dev.emplace.pricing.domain.offers.Offer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The price book in PostgreSQL: rows are only added, so what is read as of a revision is one consistent state. */
@ApplicationScoped
class PostgresPriceBook implements PriceBook {

    private static final Logger LOG = Logger.getLogger(PostgresPriceBook.class);

    private final CatalogRows catalog;
    private final OfferVersionRows versions;
    private final DataSource database;
    private final Reference reference;
    private final Clock clock;

    PostgresPriceBook(
            CatalogRows catalog, OfferVersionRows versions, DataSource database, Reference reference, Clock clock) {
        this.catalog = catalog;
        this.versions = versions;
        this.database = database;
        this.reference = reference;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long revision() {
        return catalog.revision();
    }

    @Override
    @Transactional
    public PublishedOffers read() {
        long revision = catalog.revision();
        var rows = versions.holding(revision, clock.instant());
        var offers = known(rows);
        if (offers.size() < rows.size()) {
            LOG.warnf(
                    "%d of %d offers name a region or an accelerator that this version of the service does not know",
                    rows.size() - offers.size(), rows.size());
        }
        return new PublishedOffers(revision, offers);
    }

    @Override
    public Publication publish(PriceFeed feed, Iterator<Statement> statements) {
        return new FeedPublication(database, feed).publish(statements);
    }

    private List<Offer> known(List<OfferVersionRow> rows) {
        return rows.stream().flatMap(row -> row.toDomain(reference).stream()).toList();
    }
}
