package dev.emplace.power.persistence;

import dev.emplace.platform.retention.History;
import dev.emplace.power.config.HistoryConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;

/**
 * The journal's old entries, after its last entry a resolved reservation, and what was metered last as long ago.
 *
 * <p>Neither is read to know where a site stands: that is in its row and in those of live reservations. Ids and tokens
 * come from the site's row, so none is given again.
 */
final class SiteHistory {
    /** Of the site with the oldest entry. Revisions have no gaps, and as they rise time does not run backwards. */
    private static final String ENTRIES = "WITH " + History.LIMITS + """
            , oldest AS (
                SELECT first.site, first.revision
                FROM site CROSS JOIN LATERAL (
                    SELECT site, revision, at FROM site_event WHERE site = name ORDER BY revision LIMIT 1) AS first
                ORDER BY first.at LIMIT 1)
            DELETE FROM site_event AS entry USING oldest, limits
            WHERE entry.site = oldest.site AND entry.revision < oldest.revision + limits.batch_rows
                AND entry.at < limits.time
            """;

    /** Those whose last entry in the journal has been removed. */
    private static final String RESOLVED = "WITH " + History.LIMITS + """
            , gone AS (
                SELECT resolved.site, resolved.id
                FROM site CROSS JOIN LATERAL (
                    SELECT coalesce(min(revision), site.revision + 1) AS revision
                    FROM site_event WHERE site_event.site = name) AS oldest
                CROSS JOIN LATERAL (
                    SELECT site, id FROM reservation
                    WHERE reservation.site = name AND state IN ('EXPIRED', 'RELEASED')
                        AND reservation.revision < oldest.revision
                    ORDER BY reservation.revision LIMIT (SELECT batch_rows FROM limits)) AS resolved
                LIMIT (SELECT batch_rows FROM limits))
            DELETE FROM reservation USING gone WHERE reservation.site = gone.site AND reservation.id = gone.id
            """;

    /** Readings that nothing was metered after. */
    private static final String METERED = "WITH " + History.LIMITS + """
            , old AS (
                SELECT site, kind, id, end_time FROM metered_power
                WHERE end_time < (SELECT time FROM limits) LIMIT (SELECT batch_rows FROM limits))
            DELETE FROM metered_power AS known USING old
            WHERE known.site = old.site AND known.kind = old.kind AND known.id = old.id AND known.end_time = old.end_time
            """;

    private static final String OLDEST_AGE = """
            SELECT extract(epoch FROM clock_timestamp() - min(first.at))::bigint
            FROM site CROSS JOIN LATERAL (
                SELECT at FROM site_event WHERE site = name ORDER BY revision LIMIT 1) AS first
            """;

    @Produces
    @Singleton
    History ofSites(DataSource database, HistoryConfig config) {
        return new History("sites", database, config.kept(), List.of(ENTRIES, RESOLVED, METERED), OLDEST_AGE);
    }
}
