package dev.emplace.platform.calls;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** As many calls wait for a thread as may. */
final class OverloadedException extends Failure {

    OverloadedException(int queue) {
        super(
                CommonReason.OVERLOADED,
                "the service is at its limit of " + queue + " waiting calls; retry with a growing delay",
                Map.of("queue_limit", Integer.toString(queue)),
                List.of(),
                Duration.ofMillis(500));
    }
}
