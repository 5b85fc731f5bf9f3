package dev.emplace.platform.health;

import io.grpc.BindableService;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import io.quarkus.arc.Unremovable;
import io.quarkus.grpc.GrpcService;
import io.quarkus.grpc.api.ServerBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.vertx.grpc.VertxServerBuilder;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** {@code grpc.health.v1}, which knows each service of this server by name, and no other name. */
@Singleton
@Unremovable
final class GrpcHealth implements ServerBuilderCustomizer<VertxServerBuilder> {

    private final HealthStatusManager statuses = new HealthStatusManager();
    private final List<String> services;
    private boolean stopped;

    GrpcHealth(@GrpcService Instance<BindableService> services) {
        this.services = Stream.concat(
                        Stream.of(HealthStatusManager.SERVICE_NAME_ALL_SERVICES),
                        services.stream()
                                .map(service -> service.bindService()
                                        .getServiceDescriptor()
                                        .getName()))
                .toList();
        show(ServingStatus.NOT_SERVING);
    }

    @Override
    public void customize(GrpcServerConfiguration config, VertxServerBuilder server) {
        server.addService(statuses.getHealthService());
    }

    void show(boolean ready) {
        show(ready ? ServingStatus.SERVING : ServingStatus.NOT_SERVING);
    }

    /** NOT_SERVING from now on, whatever readiness says. */
    synchronized void stop() {
        if (!stopped) {
            stopped = true;
            statuses.enterTerminalState();
        }
    }

    private synchronized void show(ServingStatus status) {
        if (stopped) {
            return;
        }
        services.forEach(service -> statuses.setStatus(service, status));
    }
}
