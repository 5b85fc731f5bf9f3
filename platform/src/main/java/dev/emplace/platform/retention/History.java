package dev.emplace.platform.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * What a service keeps of the past for a time, in PostgreSQL; nothing in it is needed to know the present.
 *
 * @param name what it is called in metrics, and the lock under which one replica removes at a time
 * @param kept how long it is kept
 * @param removals deletions of what is too old, of which a batch makes the first that finds something. Each begins
 *     {@code WITH} what {@link #LIMITS} names
 * @param oldestAge a query for the age of the oldest entry in seconds
 */
public record History(String name, DataSource database, Duration kept, List<String> removals, String oldestAge) {

    /** Before when an entry is too old, and how many rows a batch removes at most. */
    public static final String LIMITS =
            "limits AS (SELECT clock_timestamp() - make_interval(secs => ?) AS time, ?::bigint AS batch_rows)";

    /** The least that any history is kept: callers are promised that a request id is known again for a day. */
    private static final Duration LEAST = Duration.ofDays(1);

    /** Until the transaction ends. */
    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtext('emplace.history.' || ?))";

    /** @throws ShortHistoryException if it is kept for less than a day */
    public History {
        removals = List.copyOf(removals);
        if (kept.compareTo(LEAST) < 0) {
            throw new ShortHistoryException(name, kept, LEAST);
        }
    }

    /**
     * Removes a small batch of what is too old, in a transaction that makes nobody wait.
     *
     * @return how many rows: none once nothing is too old, or while another replica removes
     */
    public int remove(int rows) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int removed = lock(connection) ? removeFirst(connection, rows) : 0;
                connection.commit();
                return removed;
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private int removeFirst(Connection connection, int rows) throws SQLException {
        for (String removal : removals) {
            try (PreparedStatement statement = connection.prepareStatement(removal)) {
                statement.setLong(1, kept.toSeconds());
                statement.setLong(2, rows);
                int removed = statement.executeUpdate();
                if (removed > 0) {
                    return removed;
                }
            }
        }
        return 0;
    }

    /** Age of the oldest entry that is kept; zero where there is none. */
    public Duration age() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(oldestAge);
                ResultSet row = statement.executeQuery()) {
            return Duration.ofSeconds(row.next() ? row.getLong(1) : 0);
        }
    }
}
