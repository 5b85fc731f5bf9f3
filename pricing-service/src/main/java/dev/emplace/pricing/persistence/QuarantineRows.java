package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.imports.ImportRecord;
import dev.emplace.pricing.domain.imports.QuarantineReason;
import dev.emplace.pricing.domain.imports.QuarantinedRow;
import dev.emplace.pricing.domain.imports.Verdict;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Term;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Rows in quarantine as rows. */
final class QuarantineRows {

    /** A row that was decided about stays decided; one that was gone waits again. */
    private static final String UPSERT = """
            INSERT INTO quarantined_row (fingerprint, source, state, reason, note, provider, region, zone, instance_type,
                model, term, price, currency, line, publishable, standing_offer, import_id, first_seen_time,
                last_seen_time)
            VALUES (?, ?, 'PENDING', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (fingerprint) DO UPDATE SET reason = excluded.reason, note = excluded.note, line = excluded.line,
                publishable = excluded.publishable, standing_offer = excluded.standing_offer,
                import_id = excluded.import_id, last_seen_time = excluded.last_seen_time,
                state = CASE WHEN quarantined_row.state = 'GONE' THEN 'PENDING' ELSE quarantined_row.state END
            """;

    private static final String GONE =
            "UPDATE quarantined_row SET state = 'GONE'" + " WHERE source = ? AND state = 'PENDING' AND import_id <> ?";

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('emplace.decisions'), hashtext(?))::text";

    private QuarantineRows() {}

    /** Until the transaction ends, a decision and the record of an import do not pass each other. */
    static void lock(Sql sql, String source) throws SQLException {
        sql.first(row -> true, LOCK, source);
    }

    /** What the source says now waits; what it no longer says does not. */
    static void replace(Sql sql, ImportRecord ended, long id, List<Verdict.Quarantine> quarantined)
            throws SQLException {
        var known = new HashSet<String>();
        try (var batch = sql.connection().prepareStatement(UPSERT)) {
            for (var each : quarantined) {
                if (known.add(each.fingerprint())) {
                    var values = values(each, ended, id);
                    for (int i = 0; i < values.length; i++) {
                        batch.setObject(i + 1, values[i]);
                    }
                    batch.addBatch();
                }
            }
            batch.executeBatch();
        }
        sql.update(GONE, ended.source(), id);
    }

    private static Object[] values(Verdict.Quarantine each, ImportRecord ended, long id) {
        var row = each.row();
        return new Object[] {
            each.fingerprint(),
            ended.source(),
            each.reason().name(),
            each.note(),
            row.provider(),
            row.region(),
            row.zone().orElse(""),
            row.instanceType(),
            row.model().name(),
            row.term().map(Term::code).orElse(""),
            row.price().map(QuarantineRows::clean).orElse(""),
            row.currency(),
            row.line(),
            each.offer().isPresent() && each.reason().canBeReleased(),
            each.standing().map(Offer::id).orElse(null),
            id,
            Sql.time(ended.ended()),
            Sql.time(ended.ended())
        };
    }

    /** A text of a file of strangers: PostgreSQL stores no zero byte, and nobody wants a novel. */
    private static String clean(String text) {
        var clean = text.replace('\0', '?');
        return clean.length() > 100 ? clean.substring(0, 100) : clean;
    }

    static QuarantinedRow read(ResultSet row) throws SQLException {
        var decided = row.getObject("decided_time", OffsetDateTime.class);
        return new QuarantinedRow(
                row.getString("fingerprint"),
                row.getString("source"),
                QuarantinedRow.State.valueOf(row.getString("state")),
                QuarantineReason.valueOf(row.getString("reason")),
                row.getString("note"),
                row.getString("provider"),
                row.getString("region"),
                row.getString("zone"),
                row.getString("instance_type"),
                row.getString("model"),
                row.getString("term"),
                row.getString("price"),
                row.getString("currency"),
                row.getLong("line"),
                row.getBoolean("publishable"),
                Optional.ofNullable(row.getString("standing_offer")),
                Sql.time(row, "first_seen_time"),
                Sql.time(row, "last_seen_time"),
                Optional.ofNullable(decided).map(OffsetDateTime::toInstant),
                row.getString("decided_by"),
                row.getString("comment"));
    }
}
