package dev.emplace.platform.watch;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;

/** The database with the changes does not answer. */
final class LogUnavailableException extends Failure {

    LogUnavailableException(Resumption resumption) {
        super(
                CommonReason.DEPENDENCY_UNAVAILABLE,
                "the changes cannot be read now: " + resumption.words(),
                resumption.metadata(),
                List.of(),
                Duration.ofSeconds(1));
    }
}
