package dev.emplace.platform.calls;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers every method that no service has, since gRPC's own answer carries no details. */
final class UnknownMethods extends HandlerRegistry {

    @Override
    public ServerMethodDefinition<?, ?> lookupMethod(String method, @Nullable String authority) {
        return ServerMethodDefinition.create(descriptor(method), UnknownMethods::refuse);
    }

    private static MethodDescriptor<byte[], byte[]> descriptor(String method) {
        Marshaller<byte[]> ignored = new IgnoredBytes();
        return MethodDescriptor.newBuilder(ignored, ignored)
                .setType(MethodDescriptor.MethodType.UNKNOWN)
                .setFullMethodName(method)
                .build();
    }

    private static ServerCall.Listener<byte[]> refuse(ServerCall<byte[], byte[]> call, Metadata headers) {
        StatusRuntimeException error = GrpcStatuses.of(
                new UnknownMethodException(call.getMethodDescriptor().getFullMethodName()));
        call.close(error.getStatus(), Objects.requireNonNull(error.getTrailers()));
        return new ServerCall.Listener<>() {};
    }

    private static final class IgnoredBytes implements Marshaller<byte[]> {

        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            return new byte[0];
        }
    }
}
