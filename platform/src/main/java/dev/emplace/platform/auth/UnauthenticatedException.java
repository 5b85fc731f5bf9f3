package dev.emplace.platform.auth;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A caller who does not prove who it is. Nothing of what it sent is repeated. */
final class UnauthenticatedException extends Failure {

    private UnauthenticatedException(
            CommonReason reason, String message, Map<String, String> metadata, @Nullable Duration retryAfter) {
        super(reason, message, metadata, List.of(), retryAfter);
    }

    static UnauthenticatedException withoutCredentials(String accepted) {
        return new UnauthenticatedException(
                CommonReason.NO_CREDENTIALS,
                "this call needs " + accepted + ", and came with neither",
                Map.of("accepted", accepted),
                null);
    }

    static UnauthenticatedException of(TokenFault fault) {
        return new UnauthenticatedException(
                CommonReason.INVALID_CREDENTIALS,
                "the bearer token is not accepted: " + fault.explanation(),
                Map.of("problem", fault.name()),
                fault == TokenFault.UNKNOWN_KEY ? Duration.ofSeconds(5) : null);
    }

    /** {@code what} is a token or a certificate. */
    static UnauthenticatedException expired(String what) {
        return new UnauthenticatedException(
                CommonReason.CREDENTIALS_EXPIRED,
                "the " + what + " of this call has expired; call again with a new one",
                Map.of(),
                null);
    }
}
