package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.PriceFeed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The rows that say how far the catalog has come, and what each feed published last, in one transaction. */
final class CatalogLedger {

    /** Waits for whoever publishes now, and keeps others waiting until the transaction ends. */
    private static final String LOCK = "SELECT revision FROM catalog FOR UPDATE";

    /** Times rise with revisions, even where the database's clock is put back. */
    private static final String NEXT_TIME = "SELECT greatest(clock_timestamp(), (SELECT max(published_time)"
            + " + interval '1 microsecond' FROM publication))";

    /** What a version before this one published. */
    private static final String EARLIER = """
            INSERT INTO publication (revision, published_time, feed, change_count)
            SELECT missing.revision, first.published_time, first.feed,
                (SELECT count(*) FROM offer_version WHERE revision = missing.revision)
            FROM generate_series((SELECT coalesce(max(revision), 0) + 1 FROM publication), ?) AS missing (revision)
            CROSS JOIN LATERAL (
                SELECT published_time, feed FROM offer_version WHERE revision = missing.revision LIMIT 1) AS first
            """;

    private static final String FEED = "SELECT edition > ? OR digest = ? FROM price_feed WHERE name = ?";

    private static final String CONFIRM = "UPDATE price_feed SET observed_time = ?"
            + " WHERE name = ? AND digest = ? AND (observed_time < ? OR observed_time IS NULL)";

    private static final String CONFIRM_LAST =
            "UPDATE price_feed SET observed_time = ? WHERE name = ? AND observed_time < ?";

    private static final String RECORD = """
            INSERT INTO price_feed (name, digest, edition, revision, published_time, observed_time)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET digest = excluded.digest, edition = excluded.edition,
                revision = excluded.revision, published_time = excluded.published_time,
                observed_time = excluded.observed_time
            """;

    private final Connection connection;

    CatalogLedger(Connection connection) {
        this.connection = connection;
    }

    /** How far the catalog had come, and when whatever is published next is published. */
    record Entry(long revision, Instant nextTime) {}

    Entry lock() throws SQLException {
        long revision = first(LOCK, row -> row.getLong(1));
        update(EARLIER, revision);
        Instant time =
                first(NEXT_TIME, row -> row.getObject(1, OffsetDateTime.class).toInstant());
        return new Entry(revision, time);
    }

    /** Whether the feed is no more than what was published last: the same, or an older edition. */
    boolean holds(PriceFeed feed) throws SQLException {
        try (var statement = prepared(FEED, feed.edition(), feed.digest(), feed.name());
                var row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Says who sees the feed, where not everybody does. */
    void share(PriceFeed feed) throws SQLException {
        if (feed.sheet().isPresent()
                && SheetRows.keep(connection, feed.name(), feed.sheet().get())) {
            tell();
        }
    }

    /** Notes that the feed was read again and says the same. */
    void confirm(PriceFeed feed) throws SQLException {
        var observed = observed(feed);
        if (observed != null && update(CONFIRM, observed, feed.name(), feed.digest(), observed) > 0) {
            tell();
        }
    }

    /** Notes that whatever the feed said last was still said at that time. */
    void confirm(String feed, Instant observed) throws SQLException {
        var time = observed.atOffset(ZoneOffset.UTC);
        if (update(CONFIRM_LAST, time, feed, time) > 0) {
            tell();
        }
    }

    void publish(String feed, long revision, Instant time, long changes) throws SQLException {
        update("UPDATE catalog SET revision = ?", revision);
        update("INSERT INTO publication VALUES (?, ?, ?, ?)", revision, time.atOffset(ZoneOffset.UTC), feed, changes);
    }

    void record(PriceFeed feed, long revision, Instant time) throws SQLException {
        update(
                RECORD,
                feed.name(),
                feed.digest(),
                feed.edition(),
                revision,
                time.atOffset(ZoneOffset.UTC),
                observed(feed));
        tell();
    }

    private void tell() throws SQLException {
        update("UPDATE catalog SET confirmations = confirmations + 1");
        try (var statement = connection.createStatement()) {
            statement.execute("NOTIFY " + PostgresBookNews.CHANNEL);
        }
    }

    private static @Nullable OffsetDateTime observed(PriceFeed feed) {
        return feed.observed().map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private <T> T first(String sql, Reading<T> reading) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return reading.of(row);
        }
    }

    private int update(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
