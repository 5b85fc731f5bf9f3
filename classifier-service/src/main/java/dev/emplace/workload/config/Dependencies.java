package dev.emplace.workload.config;

import dev.emplace.workload.clients.Connection;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Tells which services this one reaches, and is up whatever that is: classification needs none of them, a plan says
 * itself what it lacked, and taking every replica away would leave callers with less.
 */
record Dependencies(List<Connection> connections) implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("dependencies").up();
        connections.forEach(
                connection -> response.withData(connection.service(), connection.isReachable() ? "reachable" : "away"));
        return response.build();
    }
}
