package dev.emplace.platform.calls;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** This process takes no new calls, since it is about to end. */
final class ShuttingDownException extends Failure {

    ShuttingDownException() {
        super(
                CommonReason.SHUTTING_DOWN,
                "this replica is shutting down; retry, and another one answers",
                Map.of(),
                List.of(),
                Duration.ofMillis(100));
    }
}
