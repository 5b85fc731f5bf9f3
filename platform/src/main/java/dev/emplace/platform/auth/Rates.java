package dev.emplace.platform.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/** One rate, of each of many by name; as many as are remembered. */
final class Rates {

    private final int perSecond;
    private final int burst;
    private final LongSupplier nanoTime;
    private final Cache<String, TokenBucket> buckets;

    Rates(int perSecond, int burst, int remembered, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(remembered)
                // Its bucket is full by then: a new one is the same.
                .expireAfterAccess(Duration.ofSeconds(1 + burst / perSecond))
                .build();
    }

    /** Takes one, or tells in how many nanoseconds there will be one; 0 where it was taken. */
    long take(String name) {
        long now = nanoTime.getAsLong();
        return buckets.get(name, ignored -> new TokenBucket(perSecond, burst, now))
                .take(now);
    }

    /** The same without taking one. */
    long pause(String name) {
        TokenBucket bucket = buckets.getIfPresent(name);
        return bucket == null ? 0 : bucket.pause(nanoTime.getAsLong());
    }
}
