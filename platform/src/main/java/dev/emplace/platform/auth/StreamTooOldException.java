package dev.emplace.platform.auth;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A stream has been open for as long as one may: who its caller is, and what it may do, is asked again. */
final class StreamTooOldException extends Failure {

    StreamTooOldException(Duration age) {
        super(
                CommonReason.STREAM_TOO_OLD,
                "a stream is ended after " + age.toSeconds() + " s; open it again from where it ended",
                Map.of("limit_seconds", Long.toString(age.toSeconds())),
                List.of(),
                Duration.ofMillis(100));
    }
}
