package dev.emplace.platform.health;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A readiness check that a test decides. */
@Readiness
@Singleton
class Switch implements HealthCheck {

    private volatile boolean up = true;

    void turn(boolean up) {
        this.up = up;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("switch").status(up).build();
    }
}
