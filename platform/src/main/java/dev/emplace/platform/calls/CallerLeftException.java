package dev.emplace.platform.calls;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;

/** The caller cancelled the call, or its connection is gone. */
final class CallerLeftException extends Failure {

    CallerLeftException() {
        super(CommonReason.CANCELLED, "the caller cancelled the call");
    }
}
