package dev.emplace.platform.health;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Up once everything that a service does before its first call is done. */
@Startup
@Singleton
final class StartedCheck implements HealthCheck {

    private volatile boolean started;

    void end(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        started = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started").status(started).build();
    }
}
