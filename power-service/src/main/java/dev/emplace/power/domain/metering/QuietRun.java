package dev.emplace.power.domain.metering;

import java.time.Duration;
import java.time.Instant;

/**
 * Readings that followed one another and were all at or below idle.
 *
 * @param since when the first began
 * @param until when the last ended
 * @param watts of the last
 * @param idleWatts what it was compared with
 */
public record QuietRun(Instant since, Instant until, long watts, long idleWatts) {
    /** For so long after its lease lapsed, a load must be seen to do nothing. */
    public static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

    /** Readings further apart do not follow one another; one that is as old says nothing of now. */
    public static final Duration LONGEST_GAP = Duration.ofMinutes(1);

    /** Whether it shows that a load whose lease lapsed has ended. */
    public boolean ends(Instant lapsed, Instant now) {
        Instant first = since.isAfter(lapsed) ? since : lapsed;
        return watts <= idleWatts
                && Duration.between(first, until).compareTo(LONG_ENOUGH) >= 0
                && !until.isAfter(now)
                && !until.plus(LONGEST_GAP).isBefore(now);
    }
}
