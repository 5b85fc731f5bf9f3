package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.sheets.Sharing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a publisher asks for.
 *
 * @param format the name of the format that the rows came in
 * @param observed when the source said so, to the microsecond
 * @param acceptLoss whether the import may withdraw more than a fifth of what the source has published
 * @param validateOnly whether nothing is to be changed
 * @param bytes how much was read
 * @param caller who asks, for the record
 * @param sharing who asks, and who is to see it
 * @param tag what its server calls what was read, where it came from one
 */
public record Order(
        Feed feed,
        String format,
        Instant observed,
        boolean acceptLoss,
        boolean validateOnly,
        long bytes,
        String caller,
        Sharing sharing,
        RequestKey request,
        Optional<ImportLog.Tag> tag) {
    public Order {
        observed = observed.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same, observed no later than that: nothing is seen before it is there. */
    Order notAfter(Instant now) {
        return observed.isAfter(now) ? with(feed, now) : this;
    }

    /** The same, of a contracted sheet. */
    Order contracted() {
        return with(feed.contracted(), observed);
    }

    private Order with(Feed other, Instant time) {
        return new Order(other, format, time, acceptLoss, validateOnly, bytes, caller, sharing, request, tag);
    }
}
