package dev.emplace.platform.auth;

/**
 * Lets calls through at a steady rate, and some more after a pause, by one number: when the bucket would be full again, as
 * the generic cell rate algorithm has it (ITU-T I.371).
 */
final class TokenBucket {

    private final long nanosPerCall;
    private final long burstNanos;
    private long full;

    TokenBucket(int callsPerSecond, int burst, long now) {
        this.nanosPerCall = 1_000_000_000L / callsPerSecond;
        this.burstNanos = nanosPerCall * burst;
        this.full = now;
    }

    /** In how many nanoseconds there is a token; 0 where there is one now. */
    synchronized long pause(long now) {
        return Math.max(0, (full - now > 0 ? full : now) + nanosPerCall - now - burstNanos);
    }

    /** Takes a token, or tells in how many nanoseconds there will be one; 0 where it was taken. */
    synchronized long take(long now) {
        long wait = pause(now);
        if (wait == 0) {
            full = (full - now > 0 ? full : now) + nanosPerCall;
        }
        return wait;
    }
}
