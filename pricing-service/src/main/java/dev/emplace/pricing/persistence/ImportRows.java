package dev.emplace.pricing.persistence;

import static java.util.stream.Collectors.toMap;

import dev.emplace.pricing.domain.catalog.Publication;
import dev.emplace.pricing.domain.imports.ImportRecord;
import dev.emplace.pricing.domain.imports.Outcome;
import dev.emplace.pricing.domain.imports.QuarantineReason;
import dev.emplace.pricing.domain.imports.Report;
import dev.emplace.pricing.domain.imports.RequestKey;
import dev.emplace.pricing.domain.offers.PriceFlag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Imports as rows. */
final class ImportRows {

    private static final String QUARANTINED = "QUARANTINED";
    private static final String FLAGGED = "FLAGGED";
    private static final String LEFT_OUT = "LEFT_OUT";

    private ImportRows() {}

    record Count(String kind, String name, long number) {}

    /** In the order of the statement that inserts them. */
    static @Nullable Object[] values(ImportRecord ended, RequestKey request) {
        var publication = ended.publication();
        var report = ended.report();
        return new Object[] {
            ended.source(),
            ended.format(),
            ended.document(),
            Sql.time(ended.observed()),
            Sql.time(ended.ended()),
            ended.bytes(),
            ended.caller(),
            ended.outcome().name(),
            publication.revision(),
            publication.added(),
            publication.changed(),
            publication.withdrawn(),
            ended.lost(),
            report.rows(),
            report.published(),
            report.withoutPrice(),
            report.repeated(),
            report.rejected(),
            request.id(),
            request.fingerprint()
        };
    }

    static List<Count> counts(Report report) {
        var counts = new ArrayList<Count>();
        report.quarantined().forEach((reason, number) -> counts.add(new Count(QUARANTINED, reason.name(), number)));
        report.flagged().forEach((flag, number) -> counts.add(new Count(FLAGGED, flag.name(), number)));
        report.leftOut().forEach((what, number) -> counts.add(new Count(LEFT_OUT, what, number)));
        return counts;
    }

    static boolean hasPublished(ImportRecord ended) {
        return ended.outcome() == Outcome.PUBLISHED || ended.outcome() == Outcome.UNCHANGED;
    }

    static ImportRecord read(ResultSet row) throws SQLException {
        return new ImportRecord(
                row.getLong("id"),
                row.getString("source"),
                row.getString("format"),
                row.getString("document"),
                Sql.time(row, "observed_time"),
                Sql.time(row, "ended_time"),
                row.getLong("byte_count"),
                row.getString("caller"),
                Outcome.valueOf(row.getString("outcome")),
                new Publication(
                        row.getLong("revision"),
                        row.getLong("added_count"),
                        row.getLong("changed_count"),
                        row.getLong("withdrawn_count")),
                row.getLong("lost_count"),
                new Report(
                        row.getLong("row_count"),
                        row.getLong("published_count"),
                        row.getLong("priceless_count"),
                        row.getLong("repeated_count"),
                        row.getLong("rejected_count"),
                        Map.of(),
                        Map.of(),
                        Map.of()));
    }

    static ImportRecord counted(ImportRecord record, List<Count> counts) {
        var bare = record.report();
        return with(
                record,
                record.id(),
                new Report(
                        bare.rows(),
                        bare.published(),
                        bare.withoutPrice(),
                        bare.repeated(),
                        bare.rejected(),
                        named(counts, QUARANTINED, QuarantineReason.values()),
                        named(counts, FLAGGED, PriceFlag.values()),
                        leftOut(counts)));
    }

    static ImportRecord withId(ImportRecord record, long id) {
        return with(record, id, record.report());
    }

    private static ImportRecord with(ImportRecord record, long id, Report report) {
        return new ImportRecord(
                id,
                record.source(),
                record.format(),
                record.document(),
                record.observed(),
                record.ended(),
                record.bytes(),
                record.caller(),
                record.outcome(),
                record.publication(),
                record.lost(),
                report);
    }

    /** A name that a newer version of the service has written means nothing to this one. */
    private static <E extends Enum<E>> Map<E, Long> named(List<Count> counts, String kind, E[] constants) {
        var known = new HashMap<E, Long>();
        for (var constant : constants) {
            counts.stream()
                    .filter(count -> count.kind().equals(kind) && count.name().equals(constant.name()))
                    .forEach(count -> known.put(constant, count.number()));
        }
        return known;
    }

    private static Map<String, Long> leftOut(List<Count> counts) {
        return counts.stream()
                .filter(count -> count.kind().equals(LEFT_OUT))
                .collect(toMap(Count::name, Count::number));
    }
}
