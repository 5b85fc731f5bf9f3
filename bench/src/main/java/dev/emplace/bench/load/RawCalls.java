package dev.emplace.bench.load;

import io.grpc.MethodDescriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Methods whose requests are bytes already, and whose answers are read and not looked at. */
final class RawCalls {

    private static final MethodDescriptor.Marshaller<byte[]> REQUESTS = new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream stream) {
            throw new UnsupportedOperationException("a client reads no request");
        }
    };

    /** How many bytes an answer has. */
    private static final MethodDescriptor.Marshaller<Integer> ANSWERS = new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(Integer size) {
            throw new UnsupportedOperationException("a client writes no answer");
        }

        @Override
        public Integer parse(InputStream stream) {
            try {
                return Math.toIntExact(stream.skip(Integer.MAX_VALUE));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    };

    private RawCalls() {}

    static MethodDescriptor<byte[], Integer> unary(String method) {
        return MethodDescriptor.newBuilder(REQUESTS, ANSWERS)
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(method)
                .build();
    }
}
