package dev.emplace.testkit.security;

import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.CallCredentials;
import io.grpc.CallOptions;
import io.grpc.Channel;
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
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Calls by the name of a method alone, with an empty message, as a hostile client makes them. */
final class RawCalls {

    private RawCalls() {}

    static MethodDescriptor<byte[], byte[]> method(String fullName) {
        return MethodDescriptor.newBuilder(Bytes.MARSHALLER, Bytes.MARSHALLER)
                .setType(MethodType.UNARY)
                .setFullMethodName(fullName)
                .build();
    }

    /** How the call ended; a success is an error of code OK. */
    static GrpcError outcome(Channel channel, String fullName, CallCredentials credentials) {
        CallOptions options =
                CallOptions.DEFAULT.withCallCredentials(credentials).withDeadlineAfter(10, TimeUnit.SECONDS);
        try {
            byte[] answer = ClientCalls.blockingUnaryCall(channel, method(fullName), options, new byte[0]);
            return GrpcError.of(Status.OK.withDescription(answer.length + " bytes"), new Metadata());
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
