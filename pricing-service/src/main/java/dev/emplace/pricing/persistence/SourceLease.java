package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.imports.ImportLog;
import dev.emplace.pricing.domain.imports.ImportRunningException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/** A lock of a session of its own: it ends with the session, also where the process is killed. */
final class SourceLease implements ImportLog.Lease {

    private static final String LOCK = "SELECT pg_try_advisory_lock(hashtext('emplace.import'), hashtext(?))";
    private static final String UNLOCK = "SELECT pg_advisory_unlock(hashtext('emplace.import'), hashtext(?))";

    private static final String NOW = "SELECT clock_timestamp() AS now";

    private final Connection connection;
    private final String source;

    private SourceLease(Connection connection, String source) {
        this.connection = connection;
        this.source = source;
    }

    static SourceLease take(DataSource database, String source) {
        try {
            var connection = database.getConnection();
            try {
                if (isTrue(connection, LOCK, source)) {
                    return new SourceLease(connection, source);
                }
            } catch (SQLException failed) {
                connection.close();
                throw failed;
            }
            connection.close();
        } catch (SQLException failed) {
            throw new PriceBookException("the import of '" + source + "' could not begin", failed);
        }
        throw new ImportRunningException(source);
    }

    @Override
    public Instant time() {
        try {
            // Bounded, unlike a query: after a silent break of the network that would wait as long as TCP does.
            if (!connection.isValid(5)) {
                throw new ImportRunningException(source);
            }
            return new Sql(connection).first(row -> Sql.time(row, "now"), NOW).orElseThrow();
        } catch (SQLException failed) {
            throw new PriceBookException("the lease of '" + source + "' was lost", failed);
        }
    }

    @Override
    public void close() {
        try (connection) {
            isTrue(connection, UNLOCK, source);
        } catch (SQLException failed) {
            // The pool throws a broken session away, and its locks with it.
            throw new PriceBookException("the lease of '" + source + "' could not be given back", failed);
        }
    }

    private static boolean isTrue(Connection connection, String sql, String source) throws SQLException {
        return new Sql(connection).first(row -> row.getBoolean(1), sql, source).orElse(false);
    }
}
