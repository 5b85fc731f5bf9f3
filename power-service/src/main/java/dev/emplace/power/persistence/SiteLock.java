package dev.emplace.power.persistence;

import dev.emplace.power.domain.reservation.Journal.Head;
import dev.emplace.power.domain.reservation.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The lock on a site's row, and what was read once it was held.
 *
 * @param cluster identity of the database now: a restore changes the system identifier, a promotion the timeline
 * @param origin identity of the table now: restoring into the same PostgreSQL changes only this
 */
record SiteLock(Head head, String cluster, long origin) {
    /**
     * clock_timestamp() is read for a row that is already locked, whereas now() would be the time before the wait.
     * Materialised, so that the lock comes first whatever the planner thinks.
     */
    private static final String LOCK = """
            WITH locked AS MATERIALIZED (
                SELECT revision, epoch, cluster, last_time, tableoid, origin FROM site WHERE name = ? FOR UPDATE)
            SELECT revision, epoch, cluster, greatest(clock_timestamp(), last_time), %s, tableoid::bigint,
                coalesce(origin, tableoid::bigint) FROM locked
            """;

    private static final String CLUSTER = "(SELECT system_identifier FROM pg_control_system()) || '/' ||"
            + " substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8)";

    private static final String CREATE =
            "INSERT INTO site (name, revision, epoch, cluster, last_time, origin) VALUES (?, 0, 1, " + CLUSTER
                    + ", clock_timestamp(), 'site'::regclass::oid::bigint) ON CONFLICT DO NOTHING";

    /** Takes the lock; a site that is not there is made within the transaction. */
    static SiteLock take(Connection connection, String site) throws SQLException {
        Optional<SiteLock> lock = tryTake(connection, site);
        if (lock.isPresent()) {
            return lock.get();
        }
        try (PreparedStatement create = connection.prepareStatement(CREATE)) {
            create.setString(1, site);
            create.executeUpdate();
        }
        return tryTake(connection, site).orElseThrow(() -> new SQLException("the row of a site vanished"));
    }

    private static Optional<SiteLock> tryTake(Connection connection, String site) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK.formatted(CLUSTER))) {
            lock.setString(1, site);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static SiteLock read(ResultSet row) throws SQLException {
        String cluster = row.getString(5);
        long origin = row.getLong(6);
        boolean same = cluster.equals(row.getString(3)) && origin == row.getLong(7);
        Instant now = row.getObject(4, OffsetDateTime.class).toInstant();
        long epoch = same ? row.getLong(2) : after(row.getLong(2), now);
        return new SiteLock(new Head(new Token(epoch, row.getLong(1)), now), cluster, origin);
    }

    /** The time of it, since one backup may be restored twice, and each must have an epoch that the other never had. */
    private static long after(long epoch, Instant now) {
        return Math.max(epoch + 1, now.getEpochSecond());
    }
}
