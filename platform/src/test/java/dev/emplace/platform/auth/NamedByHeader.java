package dev.emplace.platform.auth;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.quarkus.arc.Unremovable;
import io.quarkus.grpc.api.ServerBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.vertx.grpc.VertxServerBuilder;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Takes a test's word for who it is, in the place of authentication. */
@Singleton
@Unremovable
final class NamedByHeader implements ServerBuilderCustomizer<VertxServerBuilder> {

    static final Metadata.Key<String> NAME = Metadata.Key.of("x-test-caller", Metadata.ASCII_STRING_MARSHALLER);

    @Override
    public void customize(GrpcServerConfiguration config, VertxServerBuilder server) {
        server.intercept(NamedByHeader::named);
    }

    @Override
    public int priority() {
        return Integer.MAX_VALUE - 2;
    }

    private static <Q, R> ServerCall.Listener<Q> named(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        String name = headers.get(NAME);
        if (name == null) {
            return next.startCall(call, headers);
        }
        Caller caller = new Caller(name, Set.of(), Optional.empty(), Set.of(name));
        return Contexts.interceptCall(Context.current().withValue(Caller.KEY, caller), call, headers, next);
    }
}
