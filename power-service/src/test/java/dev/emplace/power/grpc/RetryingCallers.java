package dev.emplace.power.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientStreamTracer;
import io.grpc.EquivalentAddressGroup;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import io.grpc.NameResolverRegistry;
import io.grpc.StatusOr;
import io.grpc.netty.NettyChannelBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A channel to several replicas as docs/errors.md and k8s/README.md ask for: calls go round, and what is UNAVAILABLE is
 * repeated, with the same request_id, by gRPC's own retries.
 */
final class RetryingCallers implements AutoCloseable {
    private static final Map<String, ?> CONFIGURATION = Map.of(
            "loadBalancingConfig",
            List.of(Map.of("round_robin", Map.of())),
            "methodConfig",
            List.of(Map.of(
                    "name",
                    List.of(Map.of()),
                    "retryPolicy",
                    Map.of(
                            "maxAttempts",
                            5.0,
                            "initialBackoff",
                            "0.2s",
                            "maxBackoff",
                            "2s",
                            "backoffMultiplier",
                            2.0,
                            "retryableStatusCodes",
                            List.of("UNAVAILABLE")))));

    private final NameResolverProvider resolver;
    private final ManagedChannel channel;
    private final PowerClient client;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile boolean stopped;

    RetryingCallers(List<PowerProcess> replicas) {
        this.resolver = new Replicas(replicas.stream()
                .map(PowerProcess::address)
                .map(EquivalentAddressGroup::new)
                .toList());
        NameResolverRegistry.getDefaultRegistry().register(resolver);
        this.channel = NettyChannelBuilder.forTarget("replicas:///all")
                .usePlaintext()
                .defaultServiceConfig(CONFIGURATION)
                .enableRetry()
                .intercept(new Counting())
                .build();
        this.client = new PowerClient(channel);
    }

    PowerClient client() {
        return client;
    }

    int calls() {
        return calls.get();
    }

    int repeats() {
        return attempts.get() - calls.get();
    }

    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    @Override
    public void close() {
        channel.shutdownNow();
        NameResolverRegistry.getDefaultRegistry().deregister(resolver);
    }

    /** Calls, and how often they were sent. */
    private final class Counting implements ClientInterceptor {
        @Override
        public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
            calls.incrementAndGet();
            return next.newCall(
                    method,
                    options.withDeadlineAfter(15, TimeUnit.SECONDS)
                            .withStreamTracerFactory(new ClientStreamTracer.Factory() {
                                @Override
                                public ClientStreamTracer newClientStreamTracer(
                                        ClientStreamTracer.StreamInfo info, Metadata headers) {
                                    attempts.incrementAndGet();
                                    return new ClientStreamTracer() {};
                                }
                            }));
        }
    }

    /** All replicas at addresses that are known, as a headless Service's name is resolved. */
    private static final class Replicas extends NameResolverProvider {
        private final List<EquivalentAddressGroup> addresses;

        Replicas(List<EquivalentAddressGroup> addresses) {
            this.addresses = addresses;
        }

        @Override
        protected boolean isAvailable() {
            return true;
        }

        @Override
        protected int priority() {
            return 5;
        }

        @Override
        public String getDefaultScheme() {
            return "replicas";
        }

        @Override
        public NameResolver newNameResolver(URI target, NameResolver.Args args) {
            return new NameResolver() {
                @Override
                public String getServiceAuthority() {
                    return "replicas";
                }

                @Override
                public void start(Listener2 listener) {
                    listener.onResult(ResolutionResult.newBuilder()
                            .setAddressesOrError(StatusOr.fromValue(addresses))
                            .build());
                }

                @Override
                public void shutdown() {}
            };
        }
    }
}
