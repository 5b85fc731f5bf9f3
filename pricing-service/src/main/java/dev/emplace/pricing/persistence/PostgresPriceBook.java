package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.BookChanges;
import dev.emplace.pricing.domain.catalog.BookMark;
import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.Publication;
import dev.emplace.pricing.domain.catalog.PublishedOffers;
import dev.emplace.pricing.domain.catalog.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The price book in PostgreSQL: rows are only added, so what is read as of a revision is one consistent state. */
@ApplicationScoped
class PostgresPriceBook implements PriceBook {

    private final BookMarks marks;
    private final StandingRows standing;
    private final DataSource database;

    PostgresPriceBook(BookMarks marks, StandingRows standing, DataSource database) {
        this.marks = marks;
        this.standing = standing;
        this.database = database;
    }

    @Override
    public long revision() {
        return marks.revision();
    }

    @Override
    public PublishedOffers read() {
        var mark = marks.now();
        return new PublishedOffers(mark, standing.holding(mark.revision(), mark.time()));
    }

    @Override
    public BookChanges changesSince(BookMark before) {
        var look = marks.after(before);
        return look.turned() || look.mark().revision() > before.revision()
                ? standing.between(before, look.mark())
                : new BookChanges(look.mark(), List.of(), Set.of());
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
}
