package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.BookMark;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** How far the price book has come, by the database's clock. */
@Singleton
final class BookMarks {

    /** No publication lies after the mark's time, even where the clock was put back. */
    private static final String NOW = "SELECT revision, confirmations,"
            + " greatest(clock_timestamp(), (SELECT max(published_time) FROM publication)) FROM catalog";

    private static final String OBSERVED = "SELECT name, observed_time FROM price_feed WHERE observed_time IS NOT NULL";

    private final DataSource database;

    BookMarks(DataSource database) {
        this.database = database;
    }

    BookMark now() {
        return after(new BookMark(0, Instant.EPOCH, -1, Map.of()));
    }

    /** The mark now, from one row where no feed was read again since the one before. */
    BookMark after(BookMark before) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(NOW)) {
            row.next();
            long revision = row.getLong(1);
            long confirmations = row.getLong(2);
            var time = row.getObject(3, OffsetDateTime.class).toInstant();
            var observed = confirmations == before.confirmations() ? before.observed() : observed(connection);
            return new BookMark(revision, time, confirmations, observed);
        } catch (SQLException failed) {
            throw new PriceBookException("the catalog's revision could not be read", failed);
        }
    }

    private static Map<String, Instant> observed(Connection connection) throws SQLException {
        var observed = new HashMap<String, Instant>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(OBSERVED)) {
            while (rows.next()) {
                observed.put(
                        rows.getString(1),
                        rows.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
        return observed;
    }
}
