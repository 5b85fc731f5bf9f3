package dev.emplace.pricing.persistence;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;

/** Versions of offers in the order in which they were said: a page of them, or those of one offer. */
@Singleton
class OfferVersionRows {

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
}
