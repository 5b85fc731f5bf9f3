package dev.emplace.platform.auth;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import io.quarkus.arc.Unremovable;
import io.quarkus.grpc.api.ServerBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.vertx.grpc.VertxServerBuilder;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps one caller from taking what others need. Just inside authentication, which tells callers apart. */
@Singleton
@Unremovable
final class CallerLimits implements ServerBuilderCustomizer<VertxServerBuilder> {

    private static final int NETWORK_BYTES = 8;

    private final CallerShares shares;

    CallerLimits(CallerLimitsConfig config) {
        this.shares = new CallerShares(config, System::nanoTime);
    }

    @Override
    public void customize(GrpcServerConfiguration config, VertxServerBuilder server) {
        server.intercept(this::limit);
    }

    /** Before authentication, and so inside it. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE - 3;
    }

    private <Q, R> Listener<Q> limit(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Optional<String> caller = Caller.current().map(Caller::name).or(() -> address(call));
        if (caller.isEmpty()) {
            return next.startCall(call, headers);
        }
        try {
            shares.enter(caller.get());
        } catch (CallerLimitException refused) {
            call.close(Status.RESOURCE_EXHAUSTED.withCause(refused), new Metadata());
            return new Listener<>() {};
        }
        return started(caller.get(), call, headers, next);
    }

    private <Q, R> Listener<Q> started(
            String caller, ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        try {
            return new CountedListener<>(next.startCall(call, headers), caller);
        } catch (RuntimeException failed) {
            shares.leave(caller);
            throw failed;
        }
    }

    /** Empty on loopback: whoever is on this machine can take it without asking us. */
    static Optional<String> address(ServerCall<?, ?> call) {
        return call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress peer
                        && !peer.getAddress().isLoopbackAddress()
                ? Optional.of(network(peer.getAddress()))
                : Optional.empty();
    }

    /** Who has one address of IPv6 mostly has all of its network. */
    static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] kept = address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes;
        return "address " + HexFormat.of().formatHex(kept);
    }

    private final class CountedListener<Q> extends SimpleForwardingServerCallListener<Q> {

        private final String caller;
        private final AtomicBoolean ended = new AtomicBoolean();

        CountedListener(Listener<Q> listener, String caller) {
            super(listener);
            this.caller = caller;
        }

        @Override
        public void onComplete() {
            end();
            super.onComplete();
        }

        @Override
        public void onCancel() {
            end();
            super.onCancel();
        }

        private void end() {
            if (ended.compareAndSet(false, true)) {
                shares.leave(caller);
            }
        }
    }
}
