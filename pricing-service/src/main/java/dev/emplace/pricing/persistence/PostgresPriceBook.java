package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.BookChanges;
import dev.emplace.pricing.domain.catalog.BookMark;
import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.Publication;
import dev.emplace.pricing.domain.catalog.PublishedOffers;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.catalog.StandingOffer;
import dev.emplace.pricing.domain.catalog.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The price book in PostgreSQL: rows are only added, so what is read as of a revision is one consistent state. */
@ApplicationScoped
class PostgresPriceBook implements PriceBook {

    private static final Logger LOG = Logger.getLogger(PostgresPriceBook.class);

    private final BookMarks marks;
    private final OfferVersionRows versions;
    private final DataSource database;
    private final Reference reference;

    PostgresPriceBook(BookMarks marks, OfferVersionRows versions, DataSource database, Reference reference) {
        this.marks = marks;
        this.versions = versions;
        this.database = database;
        this.reference = reference;
    }

    @Override
    public long revision() {
        return marks.now().revision();
    }

    @Override
    public PublishedOffers read() {
        var mark = marks.now();
        var rows = versions.holding(mark.revision(), mark.time());
        return new PublishedOffers(mark, known(rows));
    }

    @Override
    public BookChanges changesSince(BookMark before) {
        var mark = marks.after(before);
        var touched = versions.touched(before, mark);
        if (touched.isEmpty()) {
            return new BookChanges(mark, List.of(), Set.of());
        }
        var standing = known(versions.holding(touched, mark.revision(), mark.time()));
        var gone = new HashSet<>(touched);
        standing.forEach(each -> gone.remove(each.offer().id()));
        return new BookChanges(mark, standing, gone);
    }

    @Override
    public Publication publish(PriceFeed feed, Iterator<Statement> statements) {
        return new FeedPublication(database, feed).publish(statements);
    }

    @Override
    public void confirm(String feed, Instant observed) {
        Sql.transact(database, "feed '" + feed + "' could not be confirmed", sql -> {
            new CatalogLedger(sql.connection()).confirm(feed, observed);
            return feed;
        });
    }

    /** Those whose region and accelerator this replica knows: a newer one has published the others. */
    private List<StandingOffer> known(List<OfferVersionRow> rows) {
        var known = rows.stream()
                .flatMap(row -> row.toDomain(reference).map(offer -> new StandingOffer(offer, row.feed)).stream())
                .toList();
        if (known.size() < rows.size()) {
            LOG.warnf(
                    "%d of %d offers name a region or an accelerator that this version of the service does not know",
                    rows.size() - known.size(), rows.size());
        }
        return known;
    }
}
