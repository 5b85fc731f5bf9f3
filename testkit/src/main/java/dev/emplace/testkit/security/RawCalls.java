package dev.emplace.testkit.security;

import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.CallCredentials;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Calls by the name of a method alone, with an empty message, as a hostile client makes them. */
final class RawCalls {

    private RawCalls() {}

    static MethodDescriptor<byte[], byte[]> method(String fullName) {
        return MethodDescriptor.newBuilder(Bytes.MARSHALLER, Bytes.MARSHALLER)
                .setType(MethodType.SERVER_STREAMING)
                .setFullMethodName(fullName)
                .build();
    }

    /** The first answer, which is an error of code OK, or how the call ended without: a watch has answers without end. */
    static GrpcError outcome(Channel channel, String fullName, CallCredentials credentials) {
        CallOptions options =
                CallOptions.DEFAULT.withCallCredentials(credentials).withDeadlineAfter(10, TimeUnit.SECONDS);
        try (Context.CancellableContext call = Context.current().withCancellation()) {
            Context before = call.attach();
            try {
                Iterator<byte[]> answers =
                        ClientCalls.blockingServerStreamingCall(channel, method(fullName), options, new byte[0]);
                int bytes = answers.hasNext() ? answers.next().length : 0;
                return GrpcError.of(Status.OK.withDescription(bytes + " bytes"), new Metadata());
            } finally {
                call.detach(before);
            }
        } catch (StatusRuntimeException ended) {
            return GrpcError.of(
                    ended.getStatus(), Optional.ofNullable(ended.getTrailers()).orElseGet(Metadata::new));
        }
    }

    private enum Bytes implements Marshaller<byte[]> {
        MARSHALLER;

        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
