package dev.emplace.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between attempts: twice as long each time, up to a bound, of random length so that clients do not move in step. */
final class Pauses {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Duration next = FIRST;

    /** The length of this pause: at least half of what has come to its turn. */
    Duration take() {
        long millis = next.toMillis();
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
    }

    /** After something has worked. */
    void reset() {
        next = FIRST;
    }
}
