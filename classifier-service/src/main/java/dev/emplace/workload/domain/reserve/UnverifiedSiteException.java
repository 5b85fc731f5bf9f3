package dev.emplace.workload.domain.reserve;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The best place is a site of our own, and power-service was away when it was planned. */
final class UnverifiedSiteException extends Failure {
    private static final long serialVersionUID = 1;

    UnverifiedSiteException(String site) {
        super(
                CommonReason.DEPENDENCY_UNAVAILABLE,
                "power-service could not be asked about " + site + ", which ranks first; nothing is held: retry",
                Map.of("dependency", "power-service", "site", site),
                List.of(),
                Duration.ofSeconds(1));
    }
}
