package dev.emplace.platform.calls;

import io.grpc.MethodDescriptor;
import io.grpc.Status.Code;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How calls to one service are repeated, as a gRPC service config (gRFC A6): only the methods that are named, never past
 * a call's deadline, after the time that the service asks for, and within a budget that all calls to it share.
 */
final class RetryPolicy {

    /** Waiting helps with these, unless the service says otherwise: {@link Pushback}. */
    private static final List<String> RETRIED = List.of(Code.UNAVAILABLE.name(), Code.RESOURCE_EXHAUSTED.name());

    private static final int LONGEST_DELAYS = 20;

    private RetryPolicy() {}

    static Map<String, ?> of(OutgoingConfig config, List<MethodDescriptor<?, ?>> methods) {
        if (config.attempts() < 2 || methods.isEmpty()) {
            return Map.of();
        }
        // Numbers as JSON has them: gRPC takes no other.
        return Map.of(
                "methodConfig",
                List.of(Map.of("name", names(methods), "retryPolicy", attempts(config))),
                "retryThrottling",
                Map.of("maxTokens", (double) config.retryBudget(), "tokenRatio", config.retryShare()));
    }

    private static List<Map<String, String>> names(List<MethodDescriptor<?, ?>> methods) {
        return methods.stream()
                .map(method -> Map.of(
                        "service", Objects.requireNonNull(method.getServiceName()),
                        "method", Objects.requireNonNull(method.getBareMethodName())))
                .toList();
    }

    private static Map<String, ?> attempts(OutgoingConfig config) {
        return Map.of(
                "maxAttempts",
                (double) config.attempts(),
                "initialBackoff",
                seconds(config.retryDelay()),
                "maxBackoff",
                seconds(config.retryDelay().multipliedBy(LONGEST_DELAYS)),
                "backoffMultiplier",
                2.0,
                "retryableStatusCodes",
                RETRIED);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1_000.0 + "s";
    }
}
