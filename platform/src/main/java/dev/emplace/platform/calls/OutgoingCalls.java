package dev.emplace.platform.calls;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.grpc.MetricCollectingClientInterceptor;
import io.quarkus.opentelemetry.runtime.tracing.instrumentation.grpc.GrpcTracingClientInterceptor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Calls to other services: they carry the trace on, are measured, are repeated where that helps and harms nobody, and do
 * not wait on a connection that has died. docs/decisions/0015-failing-dependencies.md.
 */
@Singleton
public final class OutgoingCalls {

    private final GrpcTracingClientInterceptor traces;
    private final MeterRegistry registry;
    private final OutgoingConfig config;
    private final Reconnects reconnects;

    OutgoingCalls(
            GrpcTracingClientInterceptor traces, MeterRegistry registry, OutgoingConfig config, Reconnects reconnects) {
        this.traces = traces;
        this.registry = registry;
        this.config = config;
        this.reconnects = reconnects;
    }

    /**
     * Builds the channel to a service, e.g. {@code power-service}; whoever asked for it shuts it down.
     *
     * @param repeatable methods that may be called again when they fail, since they change nothing
     */
    public ManagedChannel open(
            String service, ManagedChannelBuilder<?> builder, List<MethodDescriptor<?, ?>> repeatable) {
        ManagedChannel channel = builder.intercept(new MetricCollectingClientInterceptor(registry), traces)
                .keepAliveTime(config.keepAlive().toNanos(), TimeUnit.NANOSECONDS)
                .keepAliveTimeout(config.keepAliveTimeout().toNanos(), TimeUnit.NANOSECONDS)
                .keepAliveWithoutCalls(true)
                .disableServiceConfigLookUp()
                .defaultServiceConfig(RetryPolicy.of(config, repeatable))
                .build();
        Gauge.builder("emplace.dependency.reachable", channel, open -> isReachable(open) ? 1 : 0)
                .description("0 while connections to the service fail, else 1, as before the first call")
                .tag("service", service)
                .register(registry);
        reconnects.watch(channel);
        return channel;
    }

    public static boolean isReachable(ManagedChannel channel) {
        return channel.getState(false) != ConnectivityState.TRANSIENT_FAILURE;
    }
}
