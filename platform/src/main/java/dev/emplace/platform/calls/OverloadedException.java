package dev.emplace.platform.calls;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** This process has as much to do as it takes on; the metadata names the limit. */
final class OverloadedException extends Failure {

    private static final String RETRY = "; retry with a growing delay";

    private OverloadedException(String what, String limit, long value, Duration retryAfter) {
        super(
                CommonReason.OVERLOADED,
                "the service is at its limit of " + value + " " + what + RETRY,
                Map.of(limit, Long.toString(value)),
                List.of(),
                retryAfter);
    }

    /** As many calls wait for a thread as may. */
    static OverloadedException queued(int limit) {
        return new OverloadedException("waiting calls", "queue_limit", limit, Duration.ofMillis(500));
    }

    /** Calls have waited too long for some time, this one longer than that. */
    static OverloadedException waited(Duration target) {
        return new OverloadedException(
                "ms of waiting", "wait_limit_ms", target.multipliedBy(2).toMillis(), Duration.ofSeconds(1));
    }

    /** As many calls are open as may. */
    static OverloadedException open(int limit) {
        return new OverloadedException("open calls", "open_limit", limit, Duration.ofSeconds(1));
    }

    /** Requests and answers of open calls take as much memory as they may. */
    static OverloadedException held(long limit) {
        return new OverloadedException("bytes in open calls", "bytes_limit", limit, Duration.ofSeconds(1));
    }
}
