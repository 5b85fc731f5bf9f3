package dev.emplace.client;

import java.util.List;
import java.util.Map;

/**
 * How calls are repeated, as a gRPC service config (gRFC A6): never past a call's deadline, after the time that the service
 * asks for, and within a budget of the whole connection, so that an outage is not met with a multiple of the load.
 *
 * <p>All methods may be repeated: those that change something take a request_id, under which they do so once.
 */
final class RepeatedCalls {

    private static final double BUDGET = 20;
    private static final double EARNED_BY_A_SUCCESS = 0.1;
    private static final int LONGEST_DELAYS = 20;

    private RepeatedCalls() {}

    static Map<String, ?> policy(CallSettings settings) {
        if (settings.attempts() < 2) {
            return Map.of();
        }
        Map<String, ?> attempts = Map.of(
                "maxAttempts",
                (double) settings.attempts(),
                "initialBackoff",
                seconds(settings.firstDelay().toMillis()),
                "maxBackoff",
                seconds(settings.firstDelay().toMillis() * LONGEST_DELAYS),
                "backoffMultiplier",
                2.0,
                "retryableStatusCodes",
                List.of("UNAVAILABLE", "RESOURCE_EXHAUSTED"));
        return Map.of(
                "methodConfig",
                List.of(Map.of("name", List.of(Map.of()), "retryPolicy", attempts)),
                "retryThrottling",
                Map.of("maxTokens", BUDGET, "tokenRatio", EARNED_BY_A_SUCCESS));
    }

    private static String seconds(long millis) {
        return millis / 1_000.0 + "s";
    }
}
