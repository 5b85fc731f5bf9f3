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

    /**
     * The last that was said of each offer that was ever published, whoever said it. Looked for in the order of the index,
     * whose pages then are at hand: twice as fast as in no order.
     */
    private static final String KNOWN_AMONG_MANY = """
            CREATE TEMPORARY TABLE known ON COMMIT DROP AS
            SELECT last.*
            FROM (SELECT DISTINCT offer_id FROM staged ORDER BY offer_id) AS named CROSS JOIN LATERAL (
                SELECT * FROM offer_version AS version
                WHERE version.offer_id = named.offer_id
                ORDER BY version.revision DESC, version.effective_from DESC LIMIT 1) AS last
            """;

    /** The same from all that was ever said, in one go: where that is little, a look for each offer would cost more. */
    private static final String KNOWN_AMONG_FEW = """
            CREATE TEMPORARY TABLE known ON COMMIT DROP AS
            SELECT DISTINCT ON (version.offer_id) version.*
            FROM staged JOIN offer_version AS version ON version.offer_id = staged.offer_id
            ORDER BY version.offer_id, version.revision DESC, version.effective_from DESC
            """;

    /** Whether all that was ever said is little beside what is said now: by bytes, which are known without a count. */
    private static final String LITTLE_IS_KNOWN =
            "SELECT 10 * pg_relation_size('offer_version') < pg_relation_size('staged')";

    private static final String KNOWN_COVERS = "(known.effective_from <= staged.effective_from"
            + " AND (known.effective_until IS NULL OR known.effective_until > staged.effective_from))";

    /**
     * Each statement beside what is believed of its offer at its beginning: nearly always the last that was said, which is
     * known; else it is looked for. It says nothing new where that is the same, holds as long, and nothing newer speaks of
     * a part of that time. An offer that is not known needs no look: only its withdrawal says nothing new.
     */
    private static final String NOTHING_NEW = """
            DELETE FROM staged WHERE ctid = ANY (ARRAY(
                SELECT staged.ctid
                FROM staged LEFT JOIN known ON known.offer_id = staged.offer_id
                LEFT JOIN LATERAL (
                    SELECT known.* WHERE %1$s
                    UNION ALL
                    (SELECT * FROM offer_version AS version
                        WHERE NOT %1$s AND version.offer_id = known.offer_id
                            AND version.effective_from <= staged.effective_from
                            AND (version.effective_until IS NULL OR version.effective_until > staged.effective_from)
                        ORDER BY version.revision DESC LIMIT 1)) AS held ON true
                WHERE (known.offer_id IS NOT NULL OR staged.withdrawn)
                    AND CASE WHEN staged.withdrawn THEN coalesce(held.withdrawn, true)
                        ELSE held.id IS NOT NULL AND NOT held.withdrawn AND %2$s END
                    AND (held.id IS NULL OR coalesce(held.effective_until, 'infinity')
                        >= coalesce(staged.effective_until, 'infinity'))
                    AND (held.revision = known.revision OR NOT EXISTS (
                        SELECT FROM offer_version AS newer
                        WHERE newer.offer_id = known.offer_id AND newer.revision > coalesce(held.revision, -1)
                            AND newer.effective_from < coalesce(staged.effective_until, 'infinity')
                            AND coalesce(newer.effective_until, 'infinity') > staged.effective_from))))
            """;

    private static final String OF_ANOTHER =
            "SELECT offer_id, known.feed FROM staged JOIN known USING (offer_id) WHERE NOT known.withdrawn"
                    + " AND known.feed <> ? LIMIT 1";

    /** Offers of the feed that are not among the statements: one look in the index between each two that are. */
    private static final String MISSING_AMONG_MANY = """
            WITH RECURSIVE speaker AS (SELECT ?::text AS name),
            gap AS (
                SELECT '' AS after, min(offer_id) AS before FROM known
                UNION ALL SELECT offer_id, lead(offer_id) OVER (ORDER BY offer_id) FROM known),
            missing AS (
                SELECT next.id, gap.before
                FROM gap CROSS JOIN LATERAL (
                    SELECT offer_id AS id FROM offer_version
                    WHERE feed = (SELECT name FROM speaker) AND offer_id > gap.after ORDER BY offer_id LIMIT 1) AS next
                WHERE gap.before IS NULL OR next.id < gap.before
                UNION ALL
                SELECT next.id, missing.before
                FROM missing CROSS JOIN LATERAL (
                    SELECT offer_id AS id FROM offer_version
                    WHERE feed = (SELECT name FROM speaker) AND offer_id > missing.id ORDER BY offer_id LIMIT 1) AS next
                WHERE missing.before IS NULL OR next.id < missing.before)
            """;

    /** The same from all that the feed ever said, in one go through the index: less work where that is not much more. */
    private static final String MISSING_AMONG_FEW = """
            WITH own AS (SELECT DISTINCT offer_id FROM offer_version WHERE feed = ?),
            missing AS (
                SELECT offer_id AS id FROM own
                WHERE NOT EXISTS (SELECT FROM known WHERE known.offer_id = own.offer_id))
            """;

    /** Versions that are read in the time of a look in the index. */
    private static final int VERSIONS_A_LOOK = 30;

    /** Whether the versions, as many as PostgreSQL last counted, are few beside the statements. */
    private static final String FEW = "SELECT (SELECT reltuples FROM pg_class WHERE oid = 'offer_version'::regclass)"
            + " < " + VERSIONS_A_LOOK + " * (SELECT count(*) FROM known)";

    /** The last that stands, now or later, of each missing offer. */
    private static final String WITHDRAWALS = """
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
            SELECT count(*) FILTER (WHERE NOT staged.withdrawn AND coalesce(known.withdrawn, true)),
                count(*) FILTER (WHERE NOT staged.withdrawn AND NOT known.withdrawn),
                count(*) FILTER (WHERE staged.withdrawn)
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
        update(holds(LITTLE_IS_KNOWN) ? KNOWN_AMONG_FEW : KNOWN_AMONG_MANY);
        update(NOTHING_NEW.formatted(KNOWN_COVERS, same(compared)));
        refuseForeign();
        update((holds(FEW) ? MISSING_AMONG_FEW : MISSING_AMONG_MANY) + WITHDRAWALS, feed, time, time, time, feed);
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

    private boolean holds(String condition) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(condition)) {
            row.next();
            return row.getBoolean(1);
        }
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
