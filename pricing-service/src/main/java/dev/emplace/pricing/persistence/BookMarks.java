package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.BookMark;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** How far the price book has come, by the database's clock. */
@Singleton
final class BookMarks {

    /**
     * No publication lies after the mark's time, even where the clock was put back. Prices that begin or end are found in
     * indexes of no others, so that a look which finds nothing costs little more than one row.
     */
    private static final String NOW = """
            SELECT revision, confirmations, now.time,
                EXISTS (SELECT FROM offer_version
                    WHERE effective_from > published_time AND effective_from > ? AND effective_from <= now.time)
                OR EXISTS (SELECT FROM offer_version WHERE effective_until > ? AND effective_until <= now.time)
            FROM catalog CROSS JOIN (
                SELECT greatest(clock_timestamp(), (SELECT max(published_time) FROM publication)) AS time) AS now
            """;

    private static final String OBSERVED = "SELECT name, observed_time FROM price_feed WHERE observed_time IS NOT NULL";

    private final DataSource database;

    BookMarks(DataSource database) {
        this.database = database;
    }

    /**
     * A mark, beside an earlier one.
     *
     * @param turned whether a price that was published before began or ended between them
     */
    record Look(BookMark mark, boolean turned) {}

    long revision() {
        try (var connection = database.getConnection()) {
            return new Sql(connection)
                    .first(row -> row.getLong(1), "SELECT revision FROM catalog")
                    .orElseThrow();
        } catch (SQLException failed) {
            throw new PriceBookException("the catalog's revision could not be read", failed);
        }
    }

    BookMark now() {
        return after(new BookMark(0, Instant.EPOCH, -1, Map.of())).mark();
    }

    /** The mark now, from one row where no feed was read again since the one before. */
    Look after(BookMark before) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(NOW)) {
            var then = Sql.time(before.time());
            statement.setObject(1, then);
            statement.setObject(2, then);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Look(mark(row, before, connection), row.getBoolean(4));
            }
        } catch (SQLException failed) {
            throw new PriceBookException("the catalog's revision could not be read", failed);
        }
    }

    private static BookMark mark(ResultSet row, BookMark before, Connection connection) throws SQLException {
        long confirmations = row.getLong(2);
        boolean same = confirmations == before.confirmations();
        return new BookMark(
                row.getLong(1),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                confirmations,
                same ? before.observed() : observed(connection),
                same ? before.sheets() : SheetRows.all(connection));
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
