package dev.emplace.platform.auth;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How much each caller takes at the moment. Memory is bounded: by the calls that are open, and by the rates remembered. */
final class CallerShares {

    private final CallerLimitsConfig config;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final Rates rates;

    CallerShares(CallerLimitsConfig config, LongSupplier nanoTime) {
        if (config.callsPerSecond() < 1 || config.burst() < 1 || config.open() < 1) {
            throw new IllegalArgumentException("emplace.limits.caller.calls-per-second is " + config.callsPerSecond()
                    + ", .burst is " + config.burst() + ", .open is " + config.open() + "; each must be at least 1");
        }
        this.config = config;
        this.rates = new Rates(config.callsPerSecond(), config.burst(), config.remembered(), nanoTime);
    }

    /** Counts a call, until {@link #leave}. */
    void enter(String caller) throws CallerLimitException {
        if (open.merge(caller, 1, Integer::sum) > config.open()) {
            leave(caller);
            throw CallerLimitException.tooMany(config.open());
        }
        long wait = rates.take(caller);
        if (wait > 0) {
            leave(caller);
            throw CallerLimitException.tooFast(config.callsPerSecond(), wait);
        }
    }

    void leave(String caller) {
        open.computeIfPresent(caller, (name, calls) -> calls == 1 ? null : calls - 1);
    }
}
