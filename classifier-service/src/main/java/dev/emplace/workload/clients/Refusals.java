package dev.emplace.workload.clients;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Optional;

/** What a failed call to another service says of itself. */
final class Refusals {
    private Refusals() {}

    /** Whether the service itself answered, with details, rather than the network or a fault. */
    static boolean explained(StatusRuntimeException failed) {
        Status status = Optional.ofNullable(StatusProto.fromThrowable(failed)).orElse(Status.getDefaultInstance());
        return status.getDetailsList().stream().anyMatch(Refusals::refusal);
    }

    /** Whether the service was away, at fault, or closed to us, rather than that it refused what it was asked. */
    static boolean faulty(StatusRuntimeException failed) {
        return switch (failed.getStatus().getCode()) {
            case UNAVAILABLE, UNKNOWN, INTERNAL, UNIMPLEMENTED, DATA_LOSS, RESOURCE_EXHAUSTED -> !explained(failed);
            // It is this service that is not let in: nothing that its caller could mend.
            case UNAUTHENTICATED, PERMISSION_DENIED -> true;
            default -> false;
        };
    }

    private static boolean refusal(Any detail) {
        if (!detail.is(ErrorInfo.class)) {
            return false;
        }
        try {
            String reason = detail.unpack(ErrorInfo.class).getReason();
            return !reason.equals("INTERNAL")
                    && !reason.equals("SHUTTING_DOWN")
                    && !reason.equals("OVERLOADED")
                    && !reason.equals("RATE_LIMITED")
                    && !reason.equals("TOO_MANY_CALLS")
                    && !reason.equals("DEPENDENCY_UNAVAILABLE")
                    && !reason.equals("UNKNOWN_METHOD");
        } catch (InvalidProtocolBufferException unreadable) {
            return false;
        }
    }
}
