package dev.emplace.platform.calls;

import io.grpc.Attributes;
import io.grpc.ServerTransportFilter;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Ends connections beyond a number as soon as they stand, so that many idle ones do not take the memory. */
final class ConnectionLimit extends ServerTransportFilter {

    private static final Attributes.Key<Boolean> COUNTED = Attributes.Key.create("emplace-counted");

    private final AtomicInteger open = new AtomicInteger();
    private final int limit;

    ConnectionLimit(int limit) {
        this.limit = limit;
    }

    /** What is thrown here ends the connection, with GOAWAY and INTERNAL_ERROR: grpc-java has no other way to refuse one. */
    @Override
    public Attributes transportReady(Attributes attributes) {
        if (open.incrementAndGet() > limit) {
            open.decrementAndGet();
            throw new TooManyConnectionsException();
        }
        return attributes.toBuilder().set(COUNTED, true).build();
    }

    @Override
    public void transportTerminated(@Nullable Attributes attributes) {
        if (attributes != null && attributes.get(COUNTED) != null) {
            open.decrementAndGet();
        }
    }

    /** For gRPC alone, which logs it; so without a stack. */
    private static final class TooManyConnectionsException extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooManyConnectionsException() {
            super("too many connections: emplace.limits.connections", null, false, false);
        }
    }
}
