package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.BookMark;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;

/** Versions of offers, by what was believed when; however long the history is, it reads what holds and little else. */
@Singleton
class OfferVersionRows {

    private static final int FETCHED_ROWS = 1_000;

    /** Of each named offer the version that holds at an instant, as believed at a revision: the newest that covers it. */
    private static final String HOLDING = """
            SELECT holding.*
            FROM named CROSS JOIN LATERAL (
                SELECT * FROM offer_version AS version
                WHERE version.offer_id = named.id AND version.revision <= :revision
                    AND version.effective_from <= :instant
                    AND (version.effective_until IS NULL OR version.effective_until > :instant)
                ORDER BY version.revision DESC LIMIT 1) AS holding
            WHERE NOT holding.withdrawn
            """;

    /** All offers, each found in the index behind the one before it. */
    private static final String ALL = """
            WITH RECURSIVE named AS (
                (SELECT offer_id AS id FROM offer_version ORDER BY offer_id LIMIT 1)
                UNION ALL
                SELECT (SELECT offer_id FROM offer_version WHERE offer_id > named.id ORDER BY offer_id LIMIT 1)
                FROM named WHERE named.id IS NOT NULL)
            """;

    private static final String SOME = "WITH named AS (SELECT unnest(:ids) AS id) ";

    /** Offers of which something was published, began or ended. */
    private static final String TOUCHED = """
            SELECT offer_id FROM offer_version WHERE revision > :before AND revision <= :revision
            UNION SELECT offer_id FROM offer_version
                WHERE effective_from > published_time AND effective_from > :from AND effective_from <= :instant
            UNION SELECT offer_id FROM offer_version WHERE effective_until > :from AND effective_until <= :instant
            """;

    private static final String FROM = """
            SELECT * FROM offer_version AS version
            WHERE (revision, coalesce(position, id)) >= (:first, :index) AND revision <= :last
            ORDER BY revision, coalesce(position, id)
            LIMIT :limit
            """;

    /** For each version what had been believed of the time at which it begins. */
    private static final String BEFORE = """
            SELECT before.*
            FROM unnest(:versions) WITH ORDINALITY AS asked (id, place)
            JOIN offer_version AS version ON version.id = asked.id
            LEFT JOIN LATERAL (
                SELECT * FROM offer_version AS earlier
                WHERE earlier.offer_id = version.offer_id AND earlier.revision < version.revision
                    AND earlier.effective_from <= version.effective_from
                    AND (earlier.effective_until IS NULL OR earlier.effective_until > version.effective_from)
                ORDER BY earlier.revision DESC LIMIT 1) AS before ON true
            ORDER BY asked.place
            """;

    private final SessionFactory sessions;

    OfferVersionRows(SessionFactory sessions) {
        this.sessions = sessions;
    }

    List<OfferVersionRow> holding(long revision, Instant instant) {
        try (var session = sessions.openSession()) {
            return holding(session, ALL, revision, instant).getResultList();
        }
    }

    List<OfferVersionRow> holding(Collection<String> ids, long revision, Instant instant) {
        try (var session = sessions.openSession()) {
            return holding(session, SOME, revision, instant)
                    .setParameter("ids", ids.toArray(String[]::new))
                    .getResultList();
        }
    }

    /** What was said from a place inside a revision on, in its order, up to a last revision. */
    List<OfferVersionRow> from(long first, long index, long last, int limit) {
        try (var session = sessions.openSession()) {
            return session.createNativeQuery(FROM, OfferVersionRow.class)
                    .setReadOnly(true)
                    .setParameter("first", first)
                    .setParameter("index", index)
                    .setParameter("last", last)
                    .setParameter("limit", limit)
                    .getResultList();
        }
    }

    /** For each of these what had been believed before. */
    List<Optional<OfferVersionRow>> before(List<OfferVersionRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        try (var session = sessions.openSession()) {
            return session
                    .createNativeQuery(BEFORE, OfferVersionRow.class)
                    .setReadOnly(true)
                    .setParameter("versions", rows.stream().map(row -> row.id).toArray(Long[]::new))
                    .getResultList()
                    .stream()
                    .map(Optional::ofNullable)
                    .toList();
        }
    }

    /** All that was said of an offer, in the order in which it was. */
    List<OfferVersionRow> of(String id) {
        try (var session = sessions.openSession()) {
            return session.createQuery(
                            "from OfferVersionRow where offerId = :id order by revision, effectiveFrom",
                            OfferVersionRow.class)
                    .setReadOnly(true)
                    .setParameter("id", id)
                    .getResultList();
        }
    }

    /** Ids of the offers that may differ between two marks. */
    List<String> touched(BookMark before, BookMark after) {
        try (var session = sessions.openSession()) {
            return session.createNativeQuery(TOUCHED, String.class)
                    .setParameter("before", before.revision())
                    .setParameter("from", before.time())
                    .setParameter("revision", after.revision())
                    .setParameter("instant", after.time())
                    .getResultList();
        }
    }

    private static NativeQuery<OfferVersionRow> holding(Session session, String named, long revision, Instant instant) {
        return session.createNativeQuery(named + HOLDING, OfferVersionRow.class)
                .setFetchSize(FETCHED_ROWS)
                .setReadOnly(true)
                .setParameter("revision", revision)
                .setParameter("instant", instant);
    }
}
