package dev.emplace.pricing.domain.imports;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a publisher asks for.
 *
 * @param format the name of the format that the rows came in
 * @param observed when the source said so, to the microsecond
 * @param acceptLoss whether the import may withdraw more than a fifth of what the source has published
 * @param validateOnly whether nothing is to be changed
 * @param bytes how much was read
 * @param caller who asks, for the record
 */
public record Order(
        Feed feed,
        String format,
        Instant observed,
        boolean acceptLoss,
        boolean validateOnly,
        long bytes,
        String caller,
        RequestKey request) {
    public Order {
        observed = observed.truncatedTo(ChronoUnit.MICROS);
    }
}
