package dev.emplace.testkit.leaks;

import io.grpc.BinaryLog;
import io.grpc.Channel;
import io.grpc.ServerMethodDefinition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks what every method of a server sends. A binary log wraps methods outside of all interceptors, so that refusals
 * by any of them are seen too. Reflection is left out: contracts name their Java package.
 */
final class LeakCheck extends BinaryLog {

    private final @Nullable BinaryLog inner;

    LeakCheck(@Nullable BinaryLog inner) {
        this.inner = inner;
    }

    @Override
    public <Q, R> ServerMethodDefinition<?, ?> wrapMethodDefinition(ServerMethodDefinition<Q, R> method) {
        ServerMethodDefinition<?, ?> wrapped = inner == null ? method : inner.wrapMethodDefinition(method);
        return checked(wrapped);
    }

    private static <Q, R> ServerMethodDefinition<Q, R> checked(ServerMethodDefinition<Q, R> method) {
        String name = method.getMethodDescriptor().getFullMethodName();
        return name.startsWith("grpc.reflection.")
                ? method
                : method.withServerCallHandler(
                        (call, headers) -> CheckedCall.start(call, headers, method.getServerCallHandler()));
    }

    @Override
    public Channel wrapChannel(Channel channel) {
        return inner == null ? channel : Objects.requireNonNull(inner.wrapChannel(channel));
    }

    @Override
    public void close() {}
}
