package dev.emplace.platform.calls;

import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.Kind;
import io.grpc.Metadata;

/** RetryInfo once more, where gRPC's own retries look for it (gRFC A6): how long to wait, or that retrying is pointless. */
final class Pushback {

    static final Metadata.Key<String> MILLIS =
            Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER);

    private static final String NEVER = "-1";

    private Pushback() {}

    /** Says nothing about kinds that no client retries: gRPC would count the answer against its retry budget. */
    static void put(Failure failure, Metadata trailers) {
        if (failure.reason().kind() == Kind.UNAVAILABLE || failure.reason().kind() == Kind.RESOURCE_EXHAUSTED) {
            String wait = failure.retryAfter()
                    .map(after -> Long.toString(Math.max(1, after.toMillis())))
                    .orElse(NEVER);
            trailers.put(MILLIS, wait);
        }
    }
}
