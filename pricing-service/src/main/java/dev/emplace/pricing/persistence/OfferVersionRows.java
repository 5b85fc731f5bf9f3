package dev.emplace.pricing.persistence;

import dev.emplace.pricing.domain.catalog.BookMark;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
