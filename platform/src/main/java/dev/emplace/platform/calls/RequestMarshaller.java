package dev.emplace.platform.calls;

import dev.emplace.platform.errors.Failure;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/**
 * Reads requests within a limit, and returns an {@link Unreadable} for one that it cannot read. Only {@link
 * ReadableCalls} ever sees that; a marshaller that throws would be answered as UNKNOWN.
 */
final class RequestMarshaller<Q> implements Marshaller<Q> {

    /** Stands in for the message that could not be read. */
    record Unreadable(Failure why) {}

    private final Marshaller<Q> messages;
    private final int limit;
    private final IntConsumer sizes;

    RequestMarshaller(Marshaller<Q> messages, int limit, IntConsumer sizes) {
        this.messages = messages;
        this.limit = limit;
        this.sizes = sizes;
    }

    @Override
    public InputStream stream(Q value) {
        return messages.stream(value);
    }

    @Override
    public Q parse(InputStream stream) {
        try {
            return stream instanceof KnownLength ? parsePlain(stream) : parseCompressed(stream);
        } catch (StatusRuntimeException refused) {
            boolean tooLarge = refused.getStatus().getCode() == Status.Code.RESOURCE_EXHAUSTED;
            return tooLarge ? tooLarge() : malformed();
        } catch (IOException broken) {
            return malformed();
        }
    }

    private Q parsePlain(InputStream stream) throws IOException {
        sizes.accept(Math.min(stream.available(), limit));
        return stream.available() > limit ? tooLarge() : messages.parse(stream);
    }

    /** How large it is shows only when it is read: no further than the limit. */
    private Q parseCompressed(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(limit + 1);
        sizes.accept(Math.min(bytes.length, limit));
        return bytes.length > limit ? tooLarge() : messages.parse(new ByteArrayInputStream(bytes));
    }

    private Q tooLarge() {
        return unreadable(UnreadableRequestException.tooLarge(limit));
    }

    private Q malformed() {
        return unreadable(UnreadableRequestException.malformed(
                "the bytes are no message of the method's request type; generate the client from this server's "
                        + "contracts"));
    }

    @SuppressWarnings("unchecked") // by erasure a Q is an Object until ReadableCalls has looked
    private Q unreadable(Failure why) {
        return (Q) new Unreadable(why);
    }
}
