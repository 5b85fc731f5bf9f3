package dev.emplace.workload.domain.reserve;

import dev.emplace.platform.errors.Failure;
import dev.emplace.workload.domain.WorkloadReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Others took the power between plan and reservation, each time. */
public final class PlacementContendedException extends Failure {
    private static final long serialVersionUID = 1;

    PlacementContendedException(String site, int attempts) {
        super(
                WorkloadReason.PLACEMENT_CONTENDED,
                "others took the power between plan and reservation " + attempts + " times, last at " + site
                        + "; nothing is held: call again",
                Map.of("site", site, "attempts", Integer.toString(attempts)),
                List.of(),
                Duration.ofSeconds(1));
    }
}
