package dev.emplace.platform.calls;

import io.grpc.netty.NettyServerBuilder;
import io.quarkus.arc.Unremovable;
import io.quarkus.grpc.api.ServerBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.vertx.grpc.VertxServerBuilder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Puts the limits and the outermost interceptors on the gRPC server before Quarkus adds the services. */
@Singleton
@Unremovable
final class ServerLimits implements ServerBuilderCustomizer<VertxServerBuilder> {

    private final CallGuard guard;
    private final CallMetrics metrics;
    private final LimitsConfig limits;

    ServerLimits(CallsInFlight inFlight, CallMetrics metrics, CallsConfig calls, LimitsConfig limits) {
        this.guard = new CallGuard(inFlight, calls.defaultDeadline());
        this.metrics = metrics;
        this.limits = limits;
    }

    @Override
    public void customize(GrpcServerConfiguration config, VertxServerBuilder server) {
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
