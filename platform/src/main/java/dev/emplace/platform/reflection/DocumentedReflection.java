package dev.emplace.platform.reflection;

import com.google.protobuf.Message;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.arc.Unremovable;
import io.quarkus.grpc.api.ServerBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.vertx.grpc.VertxServerBuilder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lets reflection answer the contracts with their comments, so that {@code grpcurl describe} reads like documentation. */
@Singleton
@Unremovable
final class DocumentedReflection implements ServerBuilderCustomizer<VertxServerBuilder> {

    private final ReflectionAnswers answers = new ReflectionAnswers();

    @Override
    public void customize(GrpcServerConfiguration config, VertxServerBuilder server) {
        server.intercept(this::commenting);
    }

    /** A {@link ServerInterceptor} by method reference: Quarkus warns of classes of that type which it does not apply. */
    private <Q, R> Listener<Q> commenting(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        String service =
                Optional.ofNullable(call.getMethodDescriptor().getServiceName()).orElse("");
        return next.startCall(service.startsWith("grpc.reflection.") ? new CompletedCall<>(call) : call, headers);
    }

    private final class CompletedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {

        CompletedCall(ServerCall<Q, R> call) {
            super(call);
        }

        @Override
        @SuppressWarnings("unchecked") // a message of the same type, with other bytes
        public void sendMessage(R message) {
            super.sendMessage((R) answers.complete((Message) message));
        }
    }
}
