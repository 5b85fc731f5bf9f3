package dev.emplace.platform.revision;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** This replica has not seen the revision asked for within the time that the call allows. */
public final class RevisionNotReachedException extends Failure {

    RevisionNotReachedException(long current, long min) {
        super(
                CommonReason.REVISION_NOT_REACHED,
                "min_revision " + min + " is not reached yet; this replica is at " + current + ": try again",
                Map.of("min_revision", Long.toString(min), "current_revision", Long.toString(current)),
                List.of(),
                Duration.ofSeconds(1));
    }
}
