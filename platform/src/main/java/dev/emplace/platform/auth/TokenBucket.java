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

    /** Takes a token, or tells in how many nanoseconds there will be one; 0 where it was taken. */
    synchronized long take(long now) {
        long next = (full - now > 0 ? full : now) + nanosPerCall;
        long wait = next - now - burstNanos;
        if (wait > 0) {
            return wait;
        }
        full = next;
        return 0;
    }
}
