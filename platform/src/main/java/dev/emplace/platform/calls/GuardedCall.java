package dev.emplace.platform.calls;

import dev.emplace.platform.errors.Failure;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * A call that ends once, and with details where it fails: its work, its deadline and the drain may all want to end it,
 * each on its own thread.
 */
final class GuardedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {

    private boolean closed;
    private BiConsumer<Status, Metadata> onClose = (status, trailers) -> {};

    GuardedCall(ServerCall<Q, R> call) {
        super(call);
    }

    /** The same call where it is guarded already: two guards would not see each other close it. */
    static <Q, R> GuardedCall<Q, R> of(ServerCall<Q, R> call) {
        return call instanceof GuardedCall<Q, R> guarded ? guarded : new GuardedCall<>(call);
    }

    /** Tells how the call was closed, once; never where its caller cancels it first. */
    synchronized void onClose(BiConsumer<Status, Metadata> listener) {
        onClose = listener;
    }

    void refuse(Failure failure) {
        close(GrpcStatuses.of(failure));
    }

    private void close(StatusRuntimeException error) {
        close(error.getStatus(), Objects.requireNonNull(error.getTrailers()));
    }

    @Override
    public synchronized void sendHeaders(Metadata headers) {
        if (!closed) {
            super.sendHeaders(headers);
        }
    }

    @Override
    public synchronized void sendMessage(R message) {
        if (!closed) {
            super.sendMessage(message);
        }
    }

    @Override
    public synchronized void close(Status status, Metadata trailers) {
        if (closed) {
            return;
        }
        if (status.isOk() || StatusProto.fromStatusAndTrailers(status, trailers).getDetailsCount() > 0) {
            closed = true;
            super.close(status, trailers);
            onClose.accept(status, trailers);
        } else {
            close(GrpcStatuses.of(status));
        }
    }
}
