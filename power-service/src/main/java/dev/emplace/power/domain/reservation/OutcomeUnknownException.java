package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The database did not say whether it kept the change, and could not be asked again in time. */
public final class OutcomeUnknownException extends PowerFailure {
    OutcomeUnknownException() {
        super(
                PowerReason.OUTCOME_UNKNOWN,
                "the database did not say whether it kept the change: repeat the call with the same request_id",
                Map.of(),
                List.of(),
                Duration.ofSeconds(1));
    }
}
