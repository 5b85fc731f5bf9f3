package dev.emplace.platform.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How much each caller takes at the moment. Memory is bounded: by the calls that are open, and by the rates remembered. */
final class CallerShares {

    private final CallerLimitsConfig config;
    private final LongSupplier nanoTime;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final Cache<String, TokenBucket> rates;

    CallerShares(CallerLimitsConfig config, LongSupplier nanoTime) {
        if (config.callsPerSecond() < 1 || config.burst() < 1 || config.open() < 1) {
            throw new IllegalArgumentException("emplace.limits.caller.calls-per-second is " + config.callsPerSecond()
                    + ", .burst is " + config.burst() + ", .open is " + config.open() + "; each must be at least 1");
        }
        this.config = config;
        this.nanoTime = nanoTime;
        this.rates = Caffeine.newBuilder()
                .maximumSize(config.remembered())
                // Its bucket is full by then: a new one is the same.
                .expireAfterAccess(Duration.ofSeconds(1 + config.burst() / config.callsPerSecond()))
                .build();
    }

    /** Counts a call, until {@link #leave}. */
    void enter(String caller) throws CallerLimitException {
        if (open.merge(caller, 1, Integer::sum) > config.open()) {
            leave(caller);
            throw CallerLimitException.tooMany(config.open());
        }
        long now = nanoTime.getAsLong();
        long wait = rates.get(caller, ignored -> new TokenBucket(config.callsPerSecond(), config.burst(), now))
                .take(now);
        if (wait > 0) {
            leave(caller);
            throw CallerLimitException.tooFast(config.callsPerSecond(), wait);
        }
    }

    void leave(String caller) {
        open.computeIfPresent(caller, (name, calls) -> calls == 1 ? null : calls - 1);
    }
}
