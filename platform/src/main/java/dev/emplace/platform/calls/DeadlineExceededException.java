package dev.emplace.platform.calls;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.util.Map;

/** The time that the call had is over: the caller's deadline, or the service's where the caller set none. */
final class DeadlineExceededException extends Failure {

    DeadlineExceededException() {
        super(
                CommonReason.DEADLINE_EXCEEDED,
                "the call's deadline passed before it was answered; what it changed, if anything, is found by its "
                        + "request_id",
                Map.of());
    }
}
