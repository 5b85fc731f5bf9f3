package dev.emplace.client;

import java.time.Duration;

/**
 * How calls are bounded and repeated.
 *
 * @param deadline of one call, all its attempts together
 * @param attempts at one call, 1 to 5 (gRPC tries no more often); 1 repeats nothing
 * @param firstDelay before the second attempt; doubles with each, unless the service says how long to wait
 * @param keepAlive how often a connection is tried that carries calls; at least 20 s, what services permit
 */
public record CallSettings(Duration deadline, int attempts, Duration firstDelay, Duration keepAlive) {

    private static final int MOST_ATTEMPTS = 5;
    private static final Duration SHORTEST_KEEP_ALIVE = Duration.ofSeconds(20);

    // Behind what it is checked against.
    public static final CallSettings USUAL =
            new CallSettings(Duration.ofSeconds(10), 4, Duration.ofMillis(100), Duration.ofSeconds(30));

    public CallSettings {
        requirePositive("deadline", deadline);
        requirePositive("firstDelay", firstDelay);
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException(
                    "attempts is " + attempts + ", but must lie within 1 and " + MOST_ATTEMPTS);
        }
        if (keepAlive.compareTo(SHORTEST_KEEP_ALIVE) < 0) {
            throw new IllegalArgumentException("keepAlive is " + keepAlive + ", but must be at least "
                    + SHORTEST_KEEP_ALIVE + ": services end connections that are tried more often");
        }
    }

    public CallSettings withDeadline(Duration other) {
        return new CallSettings(other, attempts, firstDelay, keepAlive);
    }

    public CallSettings withAttempts(int other) {
        return new CallSettings(deadline, other, firstDelay, keepAlive);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be above zero");
        }
    }
}
