package dev.emplace.platform.watch;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The database with the changes does not answer. */
final class LogUnavailableException extends Failure {

    LogUnavailableException(Position next) {
        super(
                CommonReason.DEPENDENCY_UNAVAILABLE,
                "the changes cannot be read now: watch again from revision " + next.revision() + ", index "
                        + next.index(),
                Map.of(
                        "next_revision", Long.toString(next.revision()),
                        "next_index", Long.toString(next.index())),
                List.of(),
                Duration.ofSeconds(1));
    }
}
