package dev.emplace.power.persistence;

import dev.emplace.power.domain.reservation.Journal;
import dev.emplace.power.domain.reservation.RecordFormat;
import dev.emplace.power.domain.reservation.StorageUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The journal of all sites in PostgreSQL: a batch is one transaction that holds the lock on the site's row. */
@ApplicationScoped
public class PostgresJournal implements Journal {
    private static final Logger LOG = Logger.getLogger(PostgresJournal.class);

    private final DataSource database;
    private final RecordFormat format;

    public PostgresJournal(DataSource database, RecordFormat format) {
        this.database = database;
        this.format = format;
    }

    @Override
    public Session lock(String site) {
        try {
            Connection connection = database.getConnection();
            try {
                connection.setAutoCommit(false);
                return new PostgresSession(connection, format, site, SiteLock.take(connection, site));
            } catch (SQLException | RuntimeException failed) {
                PostgresSession.giveBack(connection);
                throw failed;
            }
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
    }

    @Override
    public Progress progress() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, revision, clock_timestamp() FROM site"
                        + " UNION ALL SELECT NULL, 0, clock_timestamp()")) {
            Map<String, Long> revisions = new HashMap<>();
            Instant time = Instant.EPOCH;
            while (rows.next()) {
                time = rows.getObject(3, OffsetDateTime.class).toInstant();
                if (rows.getString(1) != null) {
                    revisions.put(rows.getString(1), rows.getLong(2));
                }
            }
            return new Progress(revisions, time);
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
    }

    /** What callers may know of a database that failed; the log has the rest. */
    static StorageUnavailableException unavailable(SQLException failed) {
        LOG.warnf("The database failed with %s: %s", failed.getSQLState(), failed.getMessage());
        return new StorageUnavailableException();
    }
}
