package dev.emplace.power.domain.reservation;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The database does not answer; nothing was changed. */
public final class StorageUnavailableException extends Failure {
    public StorageUnavailableException() {
        super(
                CommonReason.DEPENDENCY_UNAVAILABLE,
                "the database does not answer; nothing was changed",
                Map.of("dependency", "postgresql"),
                List.of(),
                Duration.ofSeconds(1));
    }
}
