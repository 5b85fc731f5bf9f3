package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.OfferOfAnotherFeedException;
import dev.emplace.pricing.domain.catalog.Publication;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/**
 * What the staged statements of a feed say that is not believed already, in SQL: under the catalog's lock the others are
 * removed, and the rest is added to the versions at the next revision.
 */
final class FeedChanges {

    /** An offer that the feed names for later only, and not for now. */
    private static final String NOT_YET = """
            INSERT INTO staged (offer_id, effective_from, effective_until, withdrawn, %1$s)
            SELECT DISTINCT ON (offer_id) offer_id, ?::timestamptz, effective_from, true, %1$s
            FROM staged AS first
            WHERE effective_from > ?::timestamptz AND NOT EXISTS (
                SELECT FROM staged AS other
                WHERE other.offer_id = first.offer_id AND other.effective_from <= ?::timestamptz)
            ORDER BY offer_id, effective_from
            """.formatted(content());

    /** Of each offer that was ever published whose it is, and whether the last that was said of it stands. */
    private static final String KNOWN = """
            CREATE TEMPORARY TABLE known ON COMMIT DROP AS
            SELECT named.offer_id, last.feed AS owner, NOT last.withdrawn AS stands
            FROM (SELECT DISTINCT offer_id FROM staged) AS named CROSS JOIN LATERAL (
                SELECT feed, withdrawn FROM offer_version AS version
                WHERE version.offer_id = named.offer_id
                ORDER BY version.revision DESC LIMIT 1) AS last
            """;

    /**
     * Each statement beside what is believed of its offer at its beginning. It says nothing new where that is the same,
     * holds as long, and nothing newer speaks of a part of that time. Nothing is looked for of an offer that is not known.
     */
    private static final String NOTHING_NEW = """
            DELETE FROM staged WHERE ctid = ANY (ARRAY(
                SELECT staged.ctid
                FROM staged LEFT JOIN known ON known.offer_id = staged.offer_id
                LEFT JOIN LATERAL (
                    SELECT * FROM offer_version AS version
                    WHERE version.offer_id = known.offer_id AND version.effective_from <= staged.effective_from
                        AND (version.effective_until IS NULL OR version.effective_until > staged.effective_from)
                    ORDER BY version.revision DESC LIMIT 1) AS held ON true
                WHERE CASE WHEN staged.withdrawn THEN coalesce(held.withdrawn, true)
                        ELSE held.id IS NOT NULL AND NOT held.withdrawn AND %s END
                    AND (held.id IS NULL OR coalesce(held.effective_until, 'infinity')
                        >= coalesce(staged.effective_until, 'infinity'))
                    AND NOT EXISTS (
                        SELECT FROM offer_version AS newer
                        WHERE newer.offer_id = known.offer_id AND newer.revision > coalesce(held.revision, -1)
                            AND newer.effective_from < coalesce(staged.effective_until, 'infinity')
                            AND coalesce(newer.effective_until, 'infinity') > staged.effective_from)))
            """;

    private static final String OF_ANOTHER =
            "SELECT offer_id, owner FROM staged JOIN known USING (offer_id)" + " WHERE stands AND owner <> ? LIMIT 1";

    /**
     * The last that stands, now or later, of each offer of the feed that is not among the statements: one look in the index
     * between each two that are.
     */
    private static final String WITHDRAWALS = """
            WITH RECURSIVE gap AS (
                SELECT '' AS after, min(offer_id) AS before FROM known
                UNION ALL SELECT offer_id, lead(offer_id) OVER (ORDER BY offer_id) FROM known),
            missing AS (
                SELECT next.id, gap.before
                FROM gap CROSS JOIN LATERAL (
                    SELECT offer_id AS id FROM offer_version WHERE feed = ? AND offer_id > gap.after
                    ORDER BY offer_id LIMIT 1) AS next
                WHERE gap.before IS NULL OR next.id < gap.before
                UNION ALL
                SELECT next.id, missing.before
                FROM missing CROSS JOIN LATERAL (
                    SELECT offer_id AS id FROM offer_version WHERE feed = ? AND offer_id > missing.id
                    ORDER BY offer_id LIMIT 1) AS next
                WHERE missing.before IS NULL OR next.id < missing.before)
            INSERT INTO staged (offer_id, effective_from, withdrawn, %1$s)
            SELECT standing.offer_id, ?::timestamptz, true, %1$s
            FROM missing CROSS JOIN LATERAL (
                SELECT * FROM offer_version AS version
                WHERE version.offer_id = missing.id AND NOT version.withdrawn
                    AND (version.effective_until IS NULL OR version.effective_until > ?::timestamptz)
                    AND NOT EXISTS (
                        SELECT FROM offer_version AS newer
                        WHERE newer.offer_id = missing.id AND newer.revision > version.revision AND newer.withdrawn
                            AND newer.effective_from <= greatest(version.effective_from, ?::timestamptz)
                            AND coalesce(newer.effective_until, 'infinity')
                                >= coalesce(version.effective_until, 'infinity'))
                ORDER BY version.revision DESC LIMIT 1) AS standing
            WHERE standing.feed = ?
            """.formatted(content());

    private static final String COUNTS = """
            SELECT count(*) FILTER (WHERE NOT withdrawn AND NOT coalesce(stands, false)),
                count(*) FILTER (WHERE NOT withdrawn AND stands), count(*) FILTER (WHERE withdrawn)
            FROM staged LEFT JOIN known USING (offer_id)
            """;

    private static final String VERSIONS = """
            INSERT INTO offer_version (id, revision, feed, published_time, position, offer_id, effective_from,
                effective_until, withdrawn, %1$s)
            SELECT nextval('offer_version_seq'), ?, ?, ?::timestamptz,
                row_number() OVER (ORDER BY offer_id, effective_from) - 1, offer_id, effective_from,
                effective_until, withdrawn, %1$s
            FROM staged ORDER BY offer_id, effective_from
            """.formatted(content());

    private final Connection connection;
    private final String feed;
    private final OffsetDateTime time;

    FeedChanges(Connection connection, String feed, Instant time) {
        this.connection = connection;
        this.feed = feed;
        this.time = time.atOffset(ZoneOffset.UTC);
    }

    /**
     * Finds what is new.
     *
     * @param daysCount whether another day on which a source said the same is news
     * @throws OfferOfAnotherFeedException where an offer belongs to another feed
     */
    Publication find(boolean daysCount, long revision) throws SQLException {
        var compared = StatementColumns.content()
                .filter(name -> daysCount || !name.equals(StatementColumns.OBSERVED))
                .toList();
        update(NOT_YET, time, time, time);
        update(KNOWN);
        update(NOTHING_NEW.formatted(same(compared)));
        refuseForeign();
        update(WITHDRAWALS, feed, feed, time, time, time, feed);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(COUNTS)) {
            row.next();
            return new Publication(revision, row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    /** Adds what was found to the versions. */
    void add(long revision) throws SQLException {
        update(VERSIONS, revision, feed, time);
    }

    private void refuseForeign() throws SQLException {
        try (var statement = prepared(OF_ANOTHER, feed);
                var row = statement.executeQuery()) {
            if (row.next()) {
                throw new OfferOfAnotherFeedException(feed, row.getString(1), row.getString(2));
            }
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (var statement = prepared(sql, values)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static String same(Iterable<String> columns) {
        return "(staged." + String.join(", staged.", columns) + ") IS NOT DISTINCT FROM (held."
                + String.join(", held.", columns) + ")";
    }

    private static String content() {
        return StatementColumns.content().collect(Collectors.joining(", "));
    }
}
