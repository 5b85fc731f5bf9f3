package dev.emplace.pricing.domain.catalog;

import dev.emplace.pricing.domain.sheets.Sheets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * How far a reader of the price book has come.
 *
 * @param time up to which it has seen prices begin and end
 * @param confirmations how often feeds had been read again, or been given other readers
 * @param observed when each feed that says so was read from its source last
 * @param sheets which feeds are contracted sheets, and whose
 */
public record BookMark(long revision, Instant time, long confirmations, Map<String, Instant> observed, Sheets sheets) {
    public BookMark {
        observed = Map.copyOf(observed);
    }

    /** Where there are no sheets. */
    public BookMark(long revision, Instant time, long confirmations, Map<String, Instant> observed) {
        this(revision, time, confirmations, observed, Sheets.NONE);
    }

    /** The offer, as old as the last reading of its feed makes it. */
    StandingOffer seen(StandingOffer standing) {
        var read = observed.get(standing.feed());
        return read == null ? standing : standing.seen(LocalDate.ofInstant(read, ZoneOffset.UTC));
    }
}
