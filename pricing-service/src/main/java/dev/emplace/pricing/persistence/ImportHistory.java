package dev.emplace.pricing.persistence;

import dev.emplace.platform.retention.History;
import dev.emplace.pricing.config.HistoryConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;

/** Imports that ended long ago, and rows that their sources no longer state and nobody has decided about. */
final class ImportHistory {

    private static final String IMPORTS = "WITH " + History.LIMITS + """
            , gone AS (
                SELECT id FROM price_import, limits WHERE ended_time < limits.time
                LIMIT (SELECT batch_rows FROM limits))
            DELETE FROM price_import USING gone WHERE price_import.id = gone.id
            """;

    /** What publishers decided is kept: the same row may come again. */
    private static final String ROWS = "WITH " + History.LIMITS + """
            , gone AS (
                SELECT fingerprint FROM quarantined_row, limits WHERE state = 'GONE' AND last_seen_time < limits.time
                LIMIT (SELECT batch_rows FROM limits))
            DELETE FROM quarantined_row USING gone WHERE quarantined_row.fingerprint = gone.fingerprint
            """;

    private static final String OLDEST_AGE =
            "SELECT extract(epoch FROM clock_timestamp() - min(ended_time))::bigint FROM price_import";

    @Produces
    @Singleton
    History ofImports(DataSource database, HistoryConfig config) {
        return new History("imports", database, config.kept(), List.of(IMPORTS, ROWS), OLDEST_AGE);
    }
}
