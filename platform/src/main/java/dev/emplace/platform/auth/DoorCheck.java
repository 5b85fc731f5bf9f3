package dev.emplace.platform.auth;

import io.quarkus.arc.Unremovable;
import io.quarkus.grpc.api.ServerBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.quarkus.runtime.StartupEvent;
import io.vertx.grpc.VertxServerBuilder;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start a service whose settings are not safe. */
@Singleton
@Unremovable
final class DoorCheck implements ServerBuilderCustomizer<VertxServerBuilder> {

    private final AuthConfig auth;
    private final TlsConfig tls;
    private final String grpcHost;
    private final String managementHost;

    DoorCheck(
            AuthConfig auth,
            TlsConfig tls,
            @ConfigProperty(name = "quarkus.grpc.server.host") String grpcHost,
            @ConfigProperty(name = "quarkus.management.host") String managementHost) {
        this.auth = auth;
        this.tls = tls;
        this.grpcHost = grpcHost;
        this.managementHost = managementHost;
    }

    /** Before the gRPC server listens. Quarkus only logs what is thrown here, so that {@link #refuse} ends the process. */
    @Override
    public void customize(GrpcServerConfiguration config, VertxServerBuilder server) {
        check();
    }

    /** First of all customizers: nothing else is to look at settings that are refused. */
    @Override
    public int priority() {
        return Integer.MIN_VALUE;
    }

    void refuse(@Observes @Priority(1) StartupEvent start) {
        check();
    }

    private void check() {
        List<String> problems = SettingsCheck.problems(auth, tls, grpcHost, managementHost);
        if (!problems.isEmpty()) {
            throw new UnsafeSettingsException(problems);
        }
    }
}
