package dev.emplace.platform.calls;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.grpc.MetricCollectingClientInterceptor;
import io.quarkus.opentelemetry.runtime.tracing.instrumentation.grpc.GrpcTracingClientInterceptor;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Calls to other services: they carry the trace on, are measured, and do not wait on a connection that has died. */
@Singleton
public final class OutgoingCalls {

    private final GrpcTracingClientInterceptor traces;
    private final MeterRegistry registry;
    private final OutgoingConfig config;

    OutgoingCalls(GrpcTracingClientInterceptor traces, MeterRegistry registry, OutgoingConfig config) {
        this.traces = traces;
        this.registry = registry;
        this.config = config;
    }

    /** Builds the channel to a service, e.g. {@code power-service}; whoever asked for it shuts it down. */
    public ManagedChannel open(String service, ManagedChannelBuilder<?> builder) {
        ManagedChannel channel = builder.intercept(new MetricCollectingClientInterceptor(registry), traces)
                .keepAliveTime(config.keepAlive().toNanos(), TimeUnit.NANOSECONDS)
                .keepAliveTimeout(config.keepAliveTimeout().toNanos(), TimeUnit.NANOSECONDS)
                .keepAliveWithoutCalls(true)
                .build();
        Gauge.builder("emplace.dependency.reachable", channel, open -> isReachable(open) ? 1 : 0)
                .description("0 while connections to the service fail, else 1, as before the first call")
                .tag("service", service)
                .register(registry);
        return channel;
    }

    public static boolean isReachable(ManagedChannel channel) {
        return channel.getState(false) != ConnectivityState.TRANSIENT_FAILURE;
    }
}
