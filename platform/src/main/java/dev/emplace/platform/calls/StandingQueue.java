package dev.emplace.platform.calls;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells a queue that stands from a burst that passes, by the shortest wait of the last interval, and so whom to refuse:
 * the idea of CoDel (RFC 8289). In a burst somebody soon waits for nothing; where even the luckiest waits longer than the
 * target, more calls come than are served, and to let all of them wait makes every one of them late.
 */
final class StandingQueue {

    private final long target;
    private final long interval;
    private final LongSupplier nanoTime;
    private long end;
    private long shortest;
    private boolean standing;

    StandingQueue(Duration target, Duration interval, LongSupplier nanoTime) {
        this.target = target.toNanos();
        this.interval = interval.toNanos();
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong();
    }

    /** Whether a call that has waited so long, and would run now, is refused for the good of those behind it. */
    synchronized boolean refuses(long waitedNanos) {
        long now = nanoTime.getAsLong();
        if (now - end >= 0) {
            // An interval in which nobody waited proves nothing.
            standing = now - end < interval && shortest > target;
            end = now + interval;
            shortest = waitedNanos;
        } else {
            shortest = Math.min(shortest, waitedNanos);
        }
        return standing && shortest > target && waitedNanos > 2 * target;
    }
}
