package dev.emplace.platform.auth;

import io.quarkus.arc.Unremovable;
import io.quarkus.grpc.api.ServerBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.quarkus.runtime.StartupEvent;
import io.vertx.grpc.VertxServerBuilder;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start a service that would listen beyond loopback without authentication. */
@Singleton
@Unremovable
final class DoorCheck implements ServerBuilderCustomizer<VertxServerBuilder> {

    private final AuthConfig auth;
    private final Map<String, String> hosts;

    DoorCheck(
            AuthConfig auth,
            @ConfigProperty(name = "quarkus.grpc.server.host") String grpcHost,
            @ConfigProperty(name = "quarkus.management.host") String managementHost) {
        this.auth = auth;
        this.hosts = Map.of("quarkus.grpc.server.host", grpcHost, "quarkus.management.host", managementHost);
    }

    /** Before the gRPC server listens. Quarkus only logs what is thrown here, so that {@link #refuse} ends the process. */
    @Override
    public void customize(GrpcServerConfiguration config, VertxServerBuilder server) {
        check();
    }

    void refuse(@Observes @Priority(1) StartupEvent start) {
        check();
    }

    private void check() {
        if (auth.mode().isPresent()) {
            return;
        }
        List<String> openings = hosts.entrySet().stream()
                .filter(host -> !isLoopback(host.getValue()))
                .map(host -> host.getKey() + "=" + host.getValue())
                .sorted()
                .toList();
        if (!openings.isEmpty()) {
            throw new OpenDoorException(openings);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException unresolved) {
            return false;
        }
    }
}
