package dev.emplace.pricing.persistence;

import static java.util.stream.Collectors.toSet;

import dev.emplace.pricing.domain.imports.Decisions;
import dev.emplace.pricing.domain.imports.ImportLog;
import dev.emplace.pricing.domain.imports.ImportRecord;
import dev.emplace.pricing.domain.imports.Order;
import dev.emplace.pricing.domain.imports.QuarantinedRow;
import dev.emplace.pricing.domain.imports.RequestIdReusedException;
import dev.emplace.pricing.domain.imports.RequestKey;
import dev.emplace.pricing.domain.imports.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Imports and what they held back, in PostgreSQL. */
@ApplicationScoped
class PostgresImportLog implements ImportLog {

    private static final String BY_REQUEST = "SELECT id, request_digest FROM price_import WHERE request_id = ?";

    private static final String DECIDED = "SELECT fingerprint FROM quarantined_row WHERE source = ? AND state = ?";

    private static final String INSERT = """
            INSERT INTO price_import (source, format, document, observed_time, ended_time, byte_count, caller, outcome,
                revision, added_count, changed_count, withdrawn_count, lost_count, row_count, published_count,
                priceless_count, repeated_count, rejected_count, request_id, request_digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """;

    private static final String COUNT = "INSERT INTO price_import_count VALUES (?, ?, ?, ?)";

    private static final String NEWEST = "SELECT * FROM price_import WHERE (?::text IS NULL OR source = ?) AND "
            + SheetRows.known("price_import") + " AND id < ? ORDER BY id DESC LIMIT ?";

    private static final String LAST = """
            SELECT DISTINCT ON (source) * FROM price_import WHERE outcome IN ('PUBLISHED', 'UNCHANGED')
            ORDER BY source, id DESC
            """;

    private static final String REMEMBER = """
            INSERT INTO price_source (source, url, etag, read_with) VALUES (?, ?, ?, ?)
            """;

    /** What a server called it is no longer what was published last. */
    private static final String FORGET = "DELETE FROM price_source WHERE source = ?";

    private final DataSource database;

    PostgresImportLog(DataSource database) {
        this.database = database;
    }

    @Override
    public Lease lease(String source) {
        return SourceLease.take(database, source);
    }

    @Override
    public Optional<ImportRecord> answered(RequestKey request) {
        return transact("the request could not be looked up", sql -> {
            var found = sql.first(row -> Map.entry(row.getLong(1), row.getString(2)), BY_REQUEST, request.id());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            if (!found.get().getValue().equals(request.fingerprint())) {
                throw new RequestIdReusedException(request);
            }
            return sql
                    .list(
                            row -> ImportRows.read(row),
                            "SELECT * FROM price_import WHERE id = ?",
                            found.get().getKey())
                    .stream()
                    .findFirst()
                    .map(record -> counted(sql, record));
        });
    }

    @Override
    public Decisions decisions(String source) {
        return transact("the decisions about '" + source + "' could not be read", sql -> decided(sql, source));
    }

    private static Decisions decided(Sql sql, String source) throws SQLException {
        return new Decisions(
                decided(sql, source, QuarantinedRow.State.RELEASED),
                decided(sql, source, QuarantinedRow.State.REJECTED));
    }

    private static Set<String> decided(Sql sql, String source, QuarantinedRow.State state) throws SQLException {
        return sql.list(row -> row.getString(1), DECIDED, source, state.name()).stream()
                .collect(toSet());
    }

    @Override
    public ImportRecord record(
            ImportRecord ended, Order order, Decisions decisions, List<Verdict.Quarantine> quarantined) {
        return transact("the import of '" + ended.source() + "' could not be written down", sql -> {
            long id = sql.first(row -> row.getLong(1), INSERT, ImportRows.values(ended, order.request()))
                    .orElseThrow();
            for (var count : ImportRows.counts(ended.report())) {
                sql.update(COUNT, id, count.kind(), count.name(), count.number());
            }
            if (ImportRows.hasPublished(ended)) {
                QuarantineRows.lock(sql, ended.source());
                QuarantineRows.replace(sql, ended, id, quarantined);
                boolean current = decided(sql, ended.source()).equals(decisions);
                remember(sql, ended.source(), order.tag().filter(tag -> current));
            }
            return ImportRows.withId(ended, id);
        });
    }

    private static void remember(Sql sql, String source, Optional<Tag> tag) throws SQLException {
        sql.update(FORGET, source);
        if (tag.isPresent()) {
            var origin = tag.get().origin();
            sql.update(REMEMBER, origin.source(), origin.url(), tag.get().etag(), origin.readWith());
        }
    }

    @Override
    public List<ImportRecord> list(Optional<String> source, Set<String> sheets, long before, int limit) {
        return transact("the imports could not be read", sql -> {
            var name = source.orElse(null);
            return all(
                    sql, sql.list(ImportRows::read, NEWEST, name, name, SheetRows.names(sql, sheets), before, limit));
        });
    }

    @Override
    public List<ImportRecord> last() {
        return transact("the last imports could not be read", sql -> all(sql, sql.list(ImportRows::read, LAST)));
    }

    @Override
    public Optional<String> etag(Origin origin) {
        return transact(
                "the source '" + origin.source() + "' could not be read",
                sql -> sql.first(
                        row -> row.getString(1),
                        "SELECT etag FROM price_source WHERE source = ? AND url = ? AND read_with = ?",
                        origin.source(),
                        origin.url(),
                        origin.readWith()));
    }

    private static List<ImportRecord> all(Sql sql, List<ImportRecord> records) {
        var counted = new ArrayList<ImportRecord>();
        records.forEach(record -> counted.add(counted(sql, record)));
        return counted;
    }

    private static ImportRecord counted(Sql sql, ImportRecord record) {
        try {
            return ImportRows.counted(
                    record,
                    sql.list(
                            row -> new ImportRows.Count(row.getString(2), row.getString(3), row.getLong(4)),
                            "SELECT * FROM price_import_count WHERE import_id = ?",
                            record.id()));
        } catch (SQLException failed) {
            throw new PriceBookException("the counts of import " + record.id() + " could not be read", failed);
        }
    }

    private <T> T transact(String what, Sql.Work<T> work) {
        return Sql.transact(database, what, work);
    }
}
