package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.PriceFeed;
import dev.emplace.pricing.domain.catalog.Publication;
import dev.emplace.pricing.domain.catalog.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import javax.sql.DataSource;

/** One transaction that publishes a feed: staged before the catalog's lock is taken, published under it. */
public final class FeedPublication {

    private final DataSource database;
    private final PriceFeed feed;

    public FeedPublication(DataSource database, PriceFeed feed) {
        this.database = database;
        this.feed = feed;
    }

    public Publication publish(Iterator<Statement> statements) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var publication = publish(statements, connection);
                connection.commit();
                return publication;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw new PriceBookException("feed '" + feed.name() + "' could not be published", failed);
        }
    }

    private Publication publish(Iterator<Statement> statements, Connection connection) throws SQLException {
        var ledger = new CatalogLedger(connection);
        if (!ledger.holds(feed)) {
            StagedStatements.stage(connection, feed.name(), statements);
        }
        var before = ledger.lock();
        ledger.share(feed);
        if (ledger.holds(feed)) {
            ledger.confirm(feed);
            return Publication.ofNothing(before.revision());
        }
        return publish(before, ledger, connection);
    }

    private Publication publish(CatalogLedger.Entry before, CatalogLedger ledger, Connection connection)
            throws SQLException {
        Instant time = before.nextTime();
        var changes = new FeedChanges(connection, feed.name(), time);
        var found = changes.find(feed.observed().isEmpty(), before.revision());
        if (found.changes() == 0) {
            ledger.record(feed, before.revision(), time);
            return found;
        }
        long revision = before.revision() + 1;
        changes.add(revision);
        ledger.publish(feed.name(), revision, time, found.changes());
        ledger.record(feed, revision, time);
        return new Publication(revision, found.added(), found.changed(), found.withdrawn());
    }
}
