package dev.emplace.platform.auth;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down until the keys of every issuer have been read once: before that, callers cannot be told apart. */
@Readiness
@Singleton
final class IssuerKeysCheck implements HealthCheck {

    private final Tokens tokens;

    IssuerKeysCheck(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("issuer keys")
                .status(tokens.areReady())
                .build();
    }
}
