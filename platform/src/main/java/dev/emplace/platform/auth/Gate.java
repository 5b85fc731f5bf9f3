package dev.emplace.platform.auth;

import dev.emplace.api.access.v1.Role;
import dev.emplace.platform.errors.Failure;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.quarkus.arc.Unremovable;
import io.quarkus.grpc.api.ServerBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.vertx.grpc.VertxServerBuilder;
import jakarta.inject.Singleton;

/**
 * Lets no call pass whose caller is not known and entitled, gRPC's own services included. A refusal is closed with its
 * failure as the cause, of which the outermost guard makes the answer.
 */
@Singleton
@Unremovable
final class Gate implements ServerBuilderCustomizer<VertxServerBuilder> {

    /**
     * Letters that a caller is passed on with: half of the metadata that a service takes by default, since a call has the
     * service's own token, too, and is not to be refused for both.
     */
    private static final int MOST_PASSED_ON = 8_192;

    private final Door door;
    private final Callers callers;
    private final StreamLife streams;
    private final AccessPolicy policy;

    Gate(Door door, Callers callers, AuthConfig config) {
        this.door = door;
        this.callers = callers;
        this.streams = new StreamLife(config.streamAge());
        this.policy = new AccessPolicy(config.openHealth());
    }

    @Override
    public void customize(GrpcServerConfiguration config, VertxServerBuilder server) {
        server.intercept(this::admit);
    }

    /** Late, so that only what guards and measures every call is outside of it. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE - 2;
    }

    /** A {@link ServerInterceptor} by method reference: Quarkus warns of classes of that type which it does not apply. */
    private <Q, R> Listener<Q> admit(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (door.isOpen()) {
            return streams.limit(call, headers, next);
        }
        try {
            if (policy.isOpen(call.getMethodDescriptor())) {
                return streams.limit(call, headers, next);
            }
            Caller caller = entitled(call, headers);
            Context known = Context.current()
                    .withValues(Caller.KEY, caller, Behalf.CREDENTIALS, Behalf.passedOn(headers, MOST_PASSED_ON));
            return Contexts.interceptCall(known, call, headers, streams.limiting(caller, next));
        } catch (Failure refused) {
            call.close(Status.UNAUTHENTICATED.withCause(refused), new Metadata());
            return new Listener<>() {};
        }
    }

    private Caller entitled(ServerCall<?, ?> call, Metadata headers) {
        Caller caller = callers.of(call, headers);
        policy.roleFor(call.getMethodDescriptor())
                .filter(role -> role == Role.ROLE_UNSPECIFIED || !caller.holds(role))
                .ifPresent(role -> {
                    throw new RoleMissingException(
                            caller, role, call.getMethodDescriptor().getFullMethodName());
                });
        return caller;
    }
}
