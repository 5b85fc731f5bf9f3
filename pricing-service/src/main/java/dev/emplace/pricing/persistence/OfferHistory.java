package dev.emplace.pricing.persistence;

import dev.emplace.platform.retention.History;
import dev.emplace.pricing.config.HistoryConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;

/**
 * Old versions of offers: those that no question about the time that is kept can lead to, whether it asks what was
 * believed in that time or what held in it.
 */
final class OfferHistory {

    /** What ended before, and what something newer covers that had been said before. */
    private static final String SUPERSEDED = "WITH " + History.LIMITS + """
            , gone AS (
                SELECT id
                FROM offer_version AS old, limits
                WHERE published_time < limits.time
                    AND (effective_until <= limits.time
                        OR EXISTS (
                            SELECT FROM offer_version AS newer
                            WHERE newer.offer_id = old.offer_id AND newer.revision > old.revision
                                AND newer.published_time < limits.time
                                AND newer.effective_from <= greatest(old.effective_from, limits.time)
                                AND (newer.effective_until IS NULL OR newer.effective_until >= old.effective_until)))
                LIMIT (SELECT batch_rows FROM limits))
            DELETE FROM offer_version USING gone WHERE offer_version.id = gone.id
            """;

    /** A withdrawal, once there is nothing left that it takes back. */
    private static final String WITHDRAWALS = "WITH " + History.LIMITS + """
            , gone AS (
                SELECT id
                FROM offer_version AS old, limits
                WHERE withdrawn AND published_time < limits.time
                    AND NOT EXISTS (
                        SELECT FROM offer_version AS older
                        WHERE older.offer_id = old.offer_id AND older.revision < old.revision)
                LIMIT (SELECT batch_rows FROM limits))
            DELETE FROM offer_version USING gone WHERE offer_version.id = gone.id
            """;

    /** When revisions were published, but for the last before the time that is kept: it is what was believed then. */
    private static final String PUBLICATIONS = "WITH " + History.LIMITS + """
            , gone AS (
                SELECT revision
                FROM publication AS old, limits
                WHERE published_time < limits.time
                    AND EXISTS (
                        SELECT FROM publication AS newer
                        WHERE newer.revision > old.revision AND newer.published_time <= limits.time)
                LIMIT (SELECT batch_rows FROM limits))
            DELETE FROM publication USING gone WHERE publication.revision = gone.revision
            """;

    private static final String OLDEST_AGE =
            "SELECT extract(epoch FROM clock_timestamp() - min(published_time))::bigint FROM offer_version";

    @Produces
    @Singleton
    History ofOffers(DataSource database, HistoryConfig config) {
        return new History(
                "offers", database, config.kept(), List.of(PUBLICATIONS, SUPERSEDED, WITHDRAWALS), OLDEST_AGE);
    }
}
