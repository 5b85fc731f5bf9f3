package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.imports.Quarantine;
import dev.emplace.pricing.domain.imports.QuarantineReason;
import dev.emplace.pricing.domain.imports.QuarantinedRow;
import dev.emplace.pricing.domain.imports.UnknownRowException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The quarantine in PostgreSQL. */
@ApplicationScoped
class PostgresQuarantine implements Quarantine {

    private static final String KNOWN = SheetRows.known("quarantined_row");

    private static final String LIST = "SELECT * FROM quarantined_row WHERE " + KNOWN + """
             AND (?::text IS NULL OR source = ?) AND (?::text IS NULL OR reason = ?) AND (?::text IS NULL OR state = ?)
                AND fingerprint > ?
            ORDER BY fingerprint LIMIT ?
            """;

    private static final String GET = "SELECT * FROM quarantined_row WHERE fingerprint = ?";

    private static final String GET_KNOWN = GET + " AND " + KNOWN;

    private static final String DECIDE = """
            UPDATE quarantined_row SET state = ?, decided_time = now(), decided_by = ?, comment = ?
            WHERE fingerprint = ? RETURNING *
            """;

    private static final String FORGET = "DELETE FROM price_source WHERE source = ?";

    private final DataSource database;

    PostgresQuarantine(DataSource database) {
        this.database = database;
    }

    @Override
    public List<QuarantinedRow> list(Filter filter, Optional<String> after, int limit) {
        var source = filter.source().orElse(null);
        var reason = filter.reason().map(QuarantineReason::name).orElse(null);
        var state = filter.state().map(QuarantinedRow.State::name).orElse(null);
        return Sql.transact(
                database,
                "the quarantine could not be read",
                sql -> sql.list(
                        QuarantineRows::read,
                        LIST,
                        SheetRows.names(sql, filter.sheets()),
                        source,
                        source,
                        reason,
                        reason,
                        state,
                        state,
                        after.orElse(""),
                        limit));
    }

    @Override
    public QuarantinedRow get(String fingerprint, Set<String> sheets) {
        return Sql.transact(
                        database,
                        "the quarantine could not be read",
                        sql -> sql.first(QuarantineRows::read, GET_KNOWN, fingerprint, SheetRows.names(sql, sheets)))
                .orElseThrow(() -> new UnknownRowException(fingerprint));
    }

    @Override
    public QuarantinedRow decide(String fingerprint, QuarantinedRow.State state, String by, String comment) {
        return Sql.transact(database, "the decision could not be written down", sql -> {
                    var row = sql.first(QuarantineRows::read, GET, fingerprint)
                            .orElseThrow(() -> new UnknownRowException(fingerprint));
                    QuarantineRows.lock(sql, row.source());
                    var decided = sql.first(QuarantineRows::read, DECIDE, state.name(), by, comment, fingerprint);
                    sql.update(FORGET, row.source());
                    return decided;
                })
                .orElseThrow(() -> new UnknownRowException(fingerprint));
    }
}
