package dev.emplace.platform.calls;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.util.Map;

/** No service of this server has such a method. */
final class UnknownMethodException extends Failure {

    UnknownMethodException(String method) {
        super(
                CommonReason.UNKNOWN_METHOD,
                "this server has no method " + method + "; reflection lists those it has",
                Map.of("method", method));
    }
}
