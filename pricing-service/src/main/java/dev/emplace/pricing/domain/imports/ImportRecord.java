package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.catalog.Publication;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An import that ended, for good.
 *
 * @param id rises with time; 0 for one that was not to change anything
 * @param ended to the microsecond, as it is kept
 * @param publication what it did to the catalog
 * @param lost how many offers of the source are no longer in it
 */
public record ImportRecord(
        long id,
        String source,
        String format,
        String document,
        Instant observed,
        Instant ended,
        long bytes,
        String caller,
        Outcome outcome,
        Publication publication,
        long lost,
        Report report) {
    public ImportRecord {
        ended = ended.truncatedTo(ChronoUnit.MICROS);
    }
}
