package dev.emplace.platform.calls;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** This process listens already, but is not ready. */
final class StartingUpException extends Failure {

    StartingUpException() {
        super(
                CommonReason.STARTING_UP,
                "this replica is starting up; retry, or ask grpc.health.v1 when it is ready",
                Map.of(),
                List.of(),
                Duration.ofSeconds(1));
    }
}
