package dev.emplace.workload.clients;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Another service that the call needs did not answer. */
final class DependencyUnavailableException extends Failure {
    private static final long serialVersionUID = 1;

    DependencyUnavailableException(String service, String status) {
        super(
                CommonReason.DEPENDENCY_UNAVAILABLE,
                service + " did not answer (" + status + "); retry, or look whether it runs",
                Map.of("dependency", service, "status", status),
                List.of(),
                Duration.ofSeconds(1));
    }
}
