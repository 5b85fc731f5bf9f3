package dev.emplace.platform.calls;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures every call from its headers to its status, gRPC's own services and refusals included. Callers choose the
 * names of unknown methods, so these share one label.
 */
@Singleton
final class CallMetrics {

    private static final String UNKNOWN = "unknown";

    private final MeterRegistry registry;
    private final CallsInFlight calls;
    private final Map<String, MethodMeters> meters = new ConcurrentHashMap<>();

    CallMetrics(MeterRegistry registry, CallsInFlight calls) {
        this.registry = registry;
        this.calls = calls;
    }

    void register(@Observes StartupEvent start) {
        Gauge.builder("emplace.draining", calls, all -> all.stopping() ? 1 : 0)
                .description("1 while this process finishes its last calls and takes no new ones, else 0")
                .register(registry);
    }

    void show(HeldBytes held) {
        Gauge.builder("emplace.calls.held", held, HeldBytes::total)
                .description("Requests that have arrived and answers not read yet, of open unary calls")
                .baseUnit("bytes")
                .register(registry);
    }

    MethodMeters of(MethodDescriptor<?, ?> method) {
        String name = method.getType() == MethodType.UNKNOWN ? UNKNOWN : method.getFullMethodName();
        return meters.computeIfAbsent(name, known -> new MethodMeters(registry, known));
    }

    /** A {@link ServerInterceptor} by method reference, as {@link CallGuard#guard} is. */
    <Q, R> Listener<Q> measure(ServerCall<Q, R> unguarded, Metadata headers, ServerCallHandler<Q, R> next) {
        GuardedCall<Q, R> call = GuardedCall.of(unguarded);
        MethodMeters.Measured measured = of(call.getMethodDescriptor()).begin();
        call.onClose((status, trailers) -> measured.end(
                status.getCode(), ErrorDetails.reason(status, trailers).orElse("")));
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            @Override
            public void onCancel() {
                measured.end(Status.Code.CANCELLED, Status.Code.CANCELLED.name());
                super.onCancel();
            }
        };
    }
}
