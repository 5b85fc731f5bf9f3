package dev.emplace.testkit.leaks;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.DebugInfo;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Help;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.PreconditionFailure;
import com.google.rpc.QuotaFailure;
import com.google.rpc.ResourceInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** All text in what a server sends. */
final class Texts {

    private static final List<Class<? extends Message>> DETAILS = List.of(
            ErrorInfo.class,
            BadRequest.class,
            DebugInfo.class,
            PreconditionFailure.class,
            QuotaFailure.class,
            ResourceInfo.class,
            Help.class,
            LocalizedMessage.class);

    private Texts() {}

    static Stream<String> of(Message message) {
        return message instanceof Any packed
                ? unpacked(packed)
                : message.getAllFields().values().stream().flatMap(Texts::ofValue);
    }

    /** The description, the details that travel in the trailers, and the trailers that are text themselves. */
    static Stream<String> of(Status status, Metadata trailers) {
        Stream<String> details = trailers.containsKey(STATUS)
                ? of(Objects.requireNonNull(StatusProto.fromStatusAndTrailers(status, trailers)))
                : Stream.empty();
        return Stream.of(Stream.ofNullable(status.getDescription()), details, of(trailers))
                .flatMap(part -> part);
    }

    static Stream<String> of(Metadata headers) {
        return headers.keys().stream()
                .filter(key -> !key.endsWith(Metadata.BINARY_HEADER_SUFFIX))
                .flatMap(key ->
                        Optional.ofNullable(headers.get(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER)))
                                .stream());
    }

    private static final Metadata.Key<byte[]> STATUS =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private static Stream<String> ofValue(Object value) {
        if (value instanceof String text) {
            return Stream.of(text);
        }
        if (value instanceof ByteString bytes) {
            return Stream.of(bytes.toStringUtf8());
        }
        if (value instanceof Collection<?> values) {
            return values.stream().flatMap(Texts::ofValue);
        }
        return value instanceof Message message ? of(message) : Stream.empty();
    }

    private static Stream<String> unpacked(Any packed) {
        return DETAILS.stream()
                .filter(packed::is)
                .findFirst()
                .map(type -> of(unpacked(packed, type)))
                .orElseGet(() -> Stream.of(packed.getValue().toStringUtf8()));
    }

    private static Message unpacked(Any packed, Class<? extends Message> type) {
        try {
            return packed.unpack(type);
        } catch (InvalidProtocolBufferException broken) {
            throw new AssertionError("a detail that does not parse as what it says it is", broken);
        }
    }
}
