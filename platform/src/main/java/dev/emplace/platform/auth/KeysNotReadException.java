package dev.emplace.platform.auth;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The keys of a token's issuer have never been read, so that no token of it can be judged. */
final class KeysNotReadException extends Failure {

    KeysNotReadException(String issuer) {
        super(
                CommonReason.DEPENDENCY_UNAVAILABLE,
                "the keys of the issuer '" + issuer + "' could not be read yet; retry",
                Map.of(),
                List.of(),
                Duration.ofSeconds(2));
    }
}
