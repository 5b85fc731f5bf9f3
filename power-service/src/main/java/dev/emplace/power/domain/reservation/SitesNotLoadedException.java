package dev.emplace.power.domain.reservation;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** This replica has not read the sites yet: one that it does not know may well be there. */
public final class SitesNotLoadedException extends Failure {
    SitesNotLoadedException() {
        super(
                CommonReason.STARTING_UP,
                "this replica has not read the sites yet; retry, and it or another one answers",
                Map.of(),
                List.of(),
                Duration.ofSeconds(1));
    }
}
