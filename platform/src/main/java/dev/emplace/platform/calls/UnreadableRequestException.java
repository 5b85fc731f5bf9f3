package dev.emplace.platform.calls;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.util.Map;

/** The bytes of a request are no message of the method's request type, or too many. */
final class UnreadableRequestException extends Failure {

    private UnreadableRequestException(CommonReason reason, String message, Map<String, String> metadata) {
        super(reason, message, metadata);
    }

    static UnreadableRequestException tooLarge(int limit) {
        return new UnreadableRequestException(
                CommonReason.MESSAGE_TOO_LARGE,
                "the request is larger than " + limit + " bytes (decompressed); split it",
                Map.of("limit_bytes", Integer.toString(limit)));
    }

    static UnreadableRequestException malformed(String what) {
        return new UnreadableRequestException(CommonReason.MALFORMED_MESSAGE, what, Map.of());
    }
}
