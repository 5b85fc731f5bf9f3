package dev.emplace.platform.auth;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One caller asks for more than one caller may; others are not affected. */
final class CallerLimitException extends Failure {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private CallerLimitException(CommonReason reason, String message, String limit, int value, Duration retryAfter) {
        super(reason, message, Map.of(limit, Integer.toString(value)), List.of(), retryAfter);
    }

    static CallerLimitException tooFast(int callsPerSecond, long waitNanos) {
        return new CallerLimitException(
                CommonReason.RATE_LIMITED,
                "you make more than " + callsPerSecond + " calls a second to this replica; wait as RetryInfo says",
                "calls_per_second_limit",
                callsPerSecond,
                duration(waitNanos));
    }

    static CallerLimitException tooManyFailed(int tokensPerSecond, long waitNanos) {
        return new CallerLimitException(
                CommonReason.RATE_LIMITED,
                "more than " + tokensPerSecond + " tokens a second that prove nothing come from your address, so that"
                        + " no new one is looked at; wait as RetryInfo says",
                "calls_per_second_limit",
                tokensPerSecond,
                duration(waitNanos));
    }

    static CallerLimitException tooMany(int open) {
        return new CallerLimitException(
                CommonReason.TOO_MANY_CALLS,
                "you have " + open + " calls open on this replica; let some end first",
                "open_limit",
                open,
                Duration.ofSeconds(1));
    }

    private static Duration duration(long waitNanos) {
        return Duration.ofMillis((waitNanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
    }
}
