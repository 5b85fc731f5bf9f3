package dev.emplace.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.platform.echo.EchoClient;
import dev.emplace.platform.echo.v1.EchoRequest;
import dev.emplace.platform.echo.v1.EchoRequest.Action;
import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under test, a message may have 100,000 bytes and a call's metadata 16 KiB. */
@QuarkusTest
class RequestLimitsTest {

    private final EchoClient client = new EchoClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void messageOverTheLimitIsRefusedWithDetails() {
        GrpcError error = GrpcError.from(() -> client.echo(Action.ACTION_UNSPECIFIED, "x".repeat(100_001)));

        error.is(Code.RESOURCE_EXHAUSTED, "MESSAGE_TOO_LARGE");
        assertThat(error.metadata()).containsEntry("limit_bytes", "100000");
    }

    /** By gRPC's transport, which sends no details. */
    @Test
    void messageFarOverTheLimitIsCutOff() {
        ManagedChannel unchecked = NettyChannelBuilder.forAddress("127.0.0.1", GrpcCalls.port())
                .usePlaintext()
                .build();
        try {
            GrpcError error = GrpcError.from(() -> EchoServiceGrpc.newBlockingStub(unchecked)
                    .echo(EchoClient.request(Action.ACTION_UNSPECIFIED, "x".repeat(1_000_000))));

            assertThat(error.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        } finally {
            unchecked.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100_001, 150_000, 4_900_000})
    void messageThatDecompressesOverTheLimitIsRefusedWithDetails(int bytes) {
        GrpcError error = GrpcError.from(() -> client.blocking()
                .withCompression("gzip")
                .echo(EchoClient.request(Action.ACTION_UNSPECIFIED, "0".repeat(bytes))));

        error.is(Code.RESOURCE_EXHAUSTED, "MESSAGE_TOO_LARGE");
    }

    @Test
    void compressedMessageWithinTheLimitIsRead() {
        String text = "0".repeat(90_000);

        assertThat(client.blocking()
                        .withCompression("gzip")
                        .echo(EchoClient.request(Action.ACTION_UNSPECIFIED, text))
                        .getText())
                .isEqualTo(text);
    }

    @Test
    void bytesThatAreNoMessageAreRefusedWithDetails() {
        GrpcError error = GrpcError.from(() -> ClientCalls.blockingUnaryCall(
                client.channel(), raw("emplace.echo.v1.EchoService/Echo"), CallOptions.DEFAULT, new byte[] {10, 99, 1
                }));

        error.is(Code.INVALID_ARGUMENT, "MALFORMED_MESSAGE");
    }

    @Test
    void unknownMethodIsUnimplementedWithDetails() {
        GrpcError error = GrpcError.from(() -> ClientCalls.blockingUnaryCall(
                client.channel(), raw("emplace.echo.v1.EchoService/Shout"), CallOptions.DEFAULT, new byte[0]));

        error.is(Code.UNIMPLEMENTED, "UNKNOWN_METHOD");
        assertThat(error.metadata()).containsEntry("method", "emplace.echo.v1.EchoService/Shout");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void callWithoutExactlyOneMessageIsRefusedWithDetails(int messages) throws Exception {
        GrpcError error = errorOf(messages);

        error.is(Code.INVALID_ARGUMENT, "MALFORMED_MESSAGE");
    }

    @Test
    void metadataWithinTheLimitIsTaken() {
        assertThat(withMetadata(12_000).echo(EchoRequest.getDefaultInstance()).getText())
                .isEmpty();
    }

    /** The client knows the limit from the connection's settings, and does not even send. */
    @Test
    void metadataOverTheLimitIsRefusedAndTheConnectionLivesOn() {
        client.echo(Action.ACTION_UNSPECIFIED, "connect");

        GrpcError error = GrpcError.from(() -> withMetadata(20_000).echo(EchoRequest.getDefaultInstance()));

        assertThat(error.code()).isEqualTo(Code.INTERNAL);
        assertThat(client.echo(Action.ACTION_UNSPECIFIED, "still here")).isEqualTo("still here");
    }

    private EchoServiceGrpc.EchoServiceBlockingStub withMetadata(int length) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("padding", Metadata.ASCII_STRING_MARSHALLER), "x".repeat(length));
        return client.blocking().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private GrpcError errorOf(int messages) throws Exception {
        CompletableFuture<StatusRuntimeException> closed = new CompletableFuture<>();
        // A streaming type, for a client that breaks the rules: the unary one keeps them.
        MethodDescriptor<EchoRequest, ?> streaming = EchoServiceGrpc.getEchoMethod().toBuilder()
                .setType(MethodType.BIDI_STREAMING)
                .build();
        ClientCall<EchoRequest, ?> call = client.channel().newCall(streaming, CallOptions.DEFAULT);
        call.start(failing(closed), new Metadata());
        for (int n = 0; n < messages; n++) {
            call.sendMessage(EchoClient.request(Action.ACTION_ANSWER_AFTER_A_WHILE, "any"));
        }
        call.halfClose();
        call.request(2);
        StatusRuntimeException error = closed.get(5, TimeUnit.SECONDS);
        return GrpcError.from(() -> {
            throw error;
        });
    }

    private static <R> ClientCall.Listener<R> failing(CompletableFuture<StatusRuntimeException> closed) {
        return new ClientCall.Listener<>() {
            @Override
            public void onClose(Status status, Metadata trailers) {
                closed.complete(status.asRuntimeException(trailers));
            }
        };
    }

    private static MethodDescriptor<byte[], byte[]> raw(String method) {
        return MethodDescriptor.newBuilder(new Bytes(), new Bytes())
                .setType(MethodType.UNARY)
                .setFullMethodName(method)
                .build();
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

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
