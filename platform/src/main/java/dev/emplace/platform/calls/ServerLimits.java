package dev.emplace.platform.calls;

import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerMethodDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.quarkus.arc.Unremovable;
import io.quarkus.grpc.GrpcService;
import io.quarkus.grpc.api.ServerBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.vertx.grpc.VertxServerBuilder;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Puts the limits and the outermost interceptors on the gRPC server before Quarkus adds the services. */
@Singleton
@Unremovable
final class ServerLimits implements ServerBuilderCustomizer<VertxServerBuilder> {

    private final CallGuard guard;
    private final HeldBytes held;
    private final TransportDeadlines deadlines;
    private final CallMetrics metrics;
    private final LimitsConfig limits;

    ServerLimits(
            CallsInFlight inFlight,
            HeldBytes held,
            CallMetrics metrics,
            CallsConfig calls,
            LimitsConfig limits,
            @GrpcService Instance<BindableService> services) {
        this.held = held;
        this.guard = new CallGuard(inFlight, held);
        this.deadlines = new TransportDeadlines(unary(services), calls.defaultDeadline(), calls.longestDeadline());
        this.metrics = metrics;
        metrics.show(held);
        this.limits = limits;
    }

    private static Set<String> unary(Instance<BindableService> services) {
        return services.stream()
                .flatMap(service -> service.bindService().getMethods().stream())
                .map(ServerMethodDefinition::getMethodDescriptor)
                .filter(method -> method.getType() == MethodType.UNARY)
                .map(MethodDescriptor::getFullMethodName)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void customize(GrpcServerConfiguration config, VertxServerBuilder server) {
        server.addStreamTracerFactory(deadlines);
        server.addStreamTracerFactory(held);
        server.intercept(guard::guard);
        server.intercept(metrics::measure);
        server.fallbackHandlerRegistry(new UnknownMethods());
        server.setBinaryLog(new ReadableRequests(limits.messageBytes(), metrics));
        // Twice, so that what is a little too large is refused with details; gRPC cuts the rest off without any.
        server.maxInboundMessageSize(Math.multiplyExact(limits.messageBytes(), 2));
        server.maxInboundMetadataSize(limits.metadataBytes());
        limitConnections(server.nettyBuilder());
    }

    /** Last, so that its interceptors are outermost; only what tests put around all of them comes later. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE - 1;
    }

    private void limitConnections(NettyServerBuilder netty) {
        netty.addTransportFilter(new ConnectionLimit(limits.connections()));
        netty.maxConcurrentCallsPerConnection(limits.callsPerConnection())
                .maxRstFramesPerWindow(
                        limits.resetsPerWindow(), (int) limits.resetWindow().toSeconds());
        netty.maxConnectionAge(nanos(limits.connectionAge()), TimeUnit.NANOSECONDS)
                .maxConnectionAgeGrace(nanos(limits.connectionAgeGrace()), TimeUnit.NANOSECONDS)
                .maxConnectionIdle(nanos(limits.connectionIdle()), TimeUnit.NANOSECONDS);
        netty.keepAliveTime(nanos(limits.keepAlive()), TimeUnit.NANOSECONDS)
                .keepAliveTimeout(nanos(limits.keepAliveTimeout()), TimeUnit.NANOSECONDS)
                .permitKeepAliveTime(nanos(limits.keepAlivePermitted()), TimeUnit.NANOSECONDS)
                .permitKeepAliveWithoutCalls(true);
    }

    private static long nanos(Duration duration) {
        return duration.toNanos();
    }
}
