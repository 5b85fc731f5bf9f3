package dev.emplace.platform.calls;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.util.Map;

/** A fault of the service itself, of which callers learn nothing but where the log has it. */
final class InternalFaultException extends Failure {

    InternalFaultException(String errorId) {
        super(
                CommonReason.INTERNAL,
                "internal error; the service's log has it under error_id " + errorId,
                Map.of("error_id", errorId));
    }
}
