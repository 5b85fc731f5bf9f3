package dev.emplace.platform.calls;

import io.grpc.BinaryLog;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerMethodDefinition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads requests such that one which cannot be read is refused with details. gRPC answers UNKNOWN where a marshaller
 * throws, and the only place where a server lets methods be replaced after Quarkus has built them is its binary log.
 */
final class ReadableRequests extends BinaryLog {

    private final int limit;
    private final CallMetrics metrics;
    private final Map<MethodDescriptor<?, ?>, MethodDescriptor<?, ?>> readable = new ConcurrentHashMap<>();

    ReadableRequests(int limit, CallMetrics metrics) {
        this.limit = limit;
        this.metrics = metrics;
    }

    @Override
    public <Q, R> ServerMethodDefinition<?, ?> wrapMethodDefinition(ServerMethodDefinition<Q, R> method) {
        if (method.getMethodDescriptor().getType() == MethodType.UNKNOWN) {
            // UnknownMethods makes a descriptor for each call: kept, they would fill the memory.
            return method;
        }
        return ServerMethodDefinition.create(
                readable(method.getMethodDescriptor()), new ReadableCalls<>(method.getServerCallHandler()));
    }

    @SuppressWarnings("unchecked") // the map's values have the types of their keys
    private <Q, R> MethodDescriptor<Q, R> readable(MethodDescriptor<Q, R> method) {
        return (MethodDescriptor<Q, R>) readable.computeIfAbsent(
                method,
                ignored -> method.toBuilder(
                                new RequestMarshaller<>(
                                        method.getRequestMarshaller(), limit, metrics.of(method)::request),
                                method.getResponseMarshaller())
                        .build());
    }

    @Override
    public Channel wrapChannel(Channel channel) {
        return channel;
    }

    @Override
    public void close() {}
}
