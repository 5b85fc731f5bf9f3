package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.OverlappingStatementsException;
import dev.emplace.pricing.domain.catalog.Statement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * The statements of a feed in a table of its connection's own, which ends with the transaction: nobody waits for it, and
 * the rest of a publication is SQL. Times that a feed leaves out between or after its statements become withdrawals.
 */
final class StagedStatements {

    private static final int BUFFER_CHARACTERS = 1 << 16;

    /** Sorts and sets of a large feed, which are one or two at a time, else go by way of files. */
    private static final String MEMORY = "SET LOCAL work_mem = '64MB'";

    private static final String COLUMNS = String.join(", ", StatementColumns.names());
    private static final String CONTENT =
            String.join(", ", StatementColumns.content().toList());

    private static final String TABLE = "CREATE TEMPORARY TABLE staged ON COMMIT DROP AS SELECT " + COLUMNS
            + ", withdrawn FROM offer_version WITH NO DATA";

    private static final String COPY = "COPY staged (" + COLUMNS + ") FROM STDIN";

    /** Offers of several statements, and those that end: each with the start of the one that follows. */
    private static final String SEQUELS = "CREATE TEMPORARY TABLE sequel ON COMMIT DROP AS SELECT *,"
            + " lead(effective_from) OVER (PARTITION BY offer_id ORDER BY effective_from) AS next_from FROM staged"
            + " WHERE offer_id IN (SELECT offer_id FROM staged GROUP BY offer_id"
            + " HAVING count(*) > 1 OR max(effective_until) IS NOT NULL)";

    private static final String OVERLAP =
            "SELECT offer_id FROM sequel WHERE next_from < coalesce(effective_until, 'infinity') LIMIT 1";

    private static final String GAPS = "INSERT INTO staged (offer_id, effective_from, effective_until, withdrawn, "
            + CONTENT + ") SELECT offer_id, effective_until, next_from, true, " + CONTENT + " FROM sequel"
            + " WHERE effective_until < coalesce(next_from, 'infinity')";

    private final Connection connection;

    private StagedStatements(Connection connection) {
        this.connection = connection;
    }

    /** @throws OverlappingStatementsException where two speak of one offer at one time */
    static void stage(Connection connection, String feed, Iterator<Statement> statements) throws SQLException {
        var staged = new StagedStatements(connection);
        staged.execute(MEMORY);
        staged.execute(TABLE);
        staged.execute("ALTER TABLE staged ALTER COLUMN withdrawn SET DEFAULT false");
        staged.copy(statements);
        staged.execute(SEQUELS);
        staged.refuseOverlap(feed);
        staged.execute(GAPS);
        // What joins go by; the other forty columns would take ten times as long.
        staged.execute("ANALYZE staged (offer_id, effective_from)");
    }

    private void copy(Iterator<Statement> statements) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        try (var out = new PGCopyOutputStream(postgres, COPY)) {
            var lines = new StringBuilder(2 * BUFFER_CHARACTERS);
            while (statements.hasNext()) {
                append(StatementColumns.values(statements.next()), lines);
                if (lines.length() >= BUFFER_CHARACTERS || !statements.hasNext()) {
                    out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
                    lines.setLength(0);
                }
            }
        } catch (IOException failed) {
            throw failed.getCause() instanceof SQLException refused ? refused : new SQLException(failed);
        }
    }

    private static void append(List<Optional<?>> values, StringBuilder lines) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                lines.append('\t');
            }
            CopyText.append(values.get(i), lines);
        }
        lines.append('\n');
    }

    private void refuseOverlap(String feed) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(OVERLAP)) {
            if (row.next()) {
                throw new OverlappingStatementsException(feed, row.getString(1));
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
