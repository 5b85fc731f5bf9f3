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
            case UNAVAILABLE, UNKNOWN, INTERNAL, UNIMPLEMENTED, DATA_LOSS, RESOURCE_EXHAUSTED, PERMISSION_DENIED ->
                !explained(failed);
            // It is this service that is not let in: nothing that its caller could mend.
            case UNAUTHENTICATED -> true;
            default -> false;
        };
    }

    /** The reason that the service gave; "" where it gave none. */
    static String reason(StatusRuntimeException failed) {
        Status status = Optional.ofNullable(StatusProto.fromThrowable(failed)).orElse(Status.getDefaultInstance());
        return status.getDetailsList().stream()
                .map(Refusals::reason)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean refusal(Any detail) {
        String reason = reason(detail);
        return !reason.isEmpty()
                && !reason.equals("INTERNAL")
                && !reason.equals("SHUTTING_DOWN")
                && !reason.equals("OVERLOADED")
                && !reason.equals("RATE_LIMITED")
                && !reason.equals("TOO_MANY_CALLS")
                && !reason.equals("DEPENDENCY_UNAVAILABLE")
                && !reason.equals("UNKNOWN_METHOD")
                // This service's own role: nothing that its caller could mend.
                && !reason.equals("ROLE_MISSING");
    }

    private static String reason(Any detail) {
        if (!detail.is(ErrorInfo.class)) {
            return "";
        }
        try {
            return detail.unpack(ErrorInfo.class).getReason();
        } catch (InvalidProtocolBufferException unreadable) {
            return "";
        }
    }
}
