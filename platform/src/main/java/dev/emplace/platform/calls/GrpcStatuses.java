package dev.emplace.platform.calls;

import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.emplace.platform.errors.Failure;
import io.grpc.Metadata;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The single factory of what callers see when a call fails: {@code google.rpc.Status} with its details. */
public final class GrpcStatuses {

    private static final Logger LOG = Logger.getLogger(GrpcStatuses.class);

    private GrpcStatuses() {}

    /** A failure in full; anything else as INTERNAL, its cause in the log alone, under an id that the caller gets too. */
    public static StatusRuntimeException of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                return of(failure);
            }
            if (cause instanceof StatusRuntimeException answered && StatusProto.fromThrowable(answered) != null) {
                return answered;
            }
        }
        return of(internal(thrown));
    }

    /** The same for a status that something else than a service made: gRPC itself, Quarkus, gRPC's own services. */
    static StatusRuntimeException of(io.grpc.Status status) {
        Throwable cause = status.getCause();
        if (cause != null && !(cause instanceof StatusException || cause instanceof StatusRuntimeException)) {
            return of(cause);
        }
        return of(BareStatusException.of(status).orElseGet(() -> internal(status.asRuntimeException())));
    }

    static StatusRuntimeException of(Failure failure) {
        Status.Builder status = Status.newBuilder()
                .setCode(Code.valueOf(failure.reason().kind().name()).getNumber())
                .setMessage(ErrorDetails.shortened(failure.explanation(), ErrorDetails.MESSAGE_BYTES));
        ErrorDetails.of(failure).forEach(status::addDetails);
        Metadata trailers = new Metadata();
        Pushback.put(failure, trailers);
        return StatusProto.toStatusRuntimeException(status.build(), trailers);
    }

    private static InternalFaultException internal(Throwable thrown) {
        String id = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.errorf(thrown, "Internal error %s", id);
        return new InternalFaultException(id);
    }
}
