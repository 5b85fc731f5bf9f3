package dev.emplace.platform.health;

import io.quarkus.grpc.runtime.GrpcServerRecorder;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends a process whose gRPC server did not come up, e.g. on a taken port: Quarkus only logs that, and starts without. */
@Singleton
final class ListeningCheck {

    private final String host;
    private final int port;
    private final boolean separate;

    ListeningCheck(
            @ConfigProperty(name = "quarkus.grpc.server.host") String host,
            @ConfigProperty(name = "quarkus.grpc.server.port") int port,
            @ConfigProperty(name = "quarkus.grpc.server.use-separate-server") boolean separate) {
        this.host = host;
        this.port = port;
        this.separate = separate;
    }

    void refuseToRunWithoutServer(@Observes @Priority(2) StartupEvent start) {
        if (separate && GrpcServerRecorder.getVerticleCount() == 0) {
            throw new NotListeningException(host, port);
        }
    }
}
