package dev.emplace.pricing.domain.offers;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The dates of a capacity block, or those between which machines are needed: half-open. */
public record Window(Instant start, Instant end) {

    private static final DateTimeFormatter CODE =
            DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneOffset.UTC);

    public Window {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("a window ends at " + end + ", which must be after " + start);
        }
    }

    /** Whether all of the other lies within it. */
    public boolean covers(Window other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    /** Blocks are sold by the day; an IllegalArgumentException for what lasts a part of one, or more than a term can. */
    public Term term() {
        var length = Duration.between(start, end);
        if (!length.equals(Duration.ofDays(length.toDays()))) {
            throw new IllegalArgumentException("a capacity block from " + start + " to " + end + " is no whole days");
        }
        return Term.ofDays(Math.toIntExact(length.toDays()));
    }

    /** As its start stands in the names of offers: {@code 202612011130}. */
    String code() {
        return CODE.format(start);
    }
}
