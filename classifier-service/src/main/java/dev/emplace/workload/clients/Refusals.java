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

    private static boolean refusal(Any detail) {
        if (!detail.is(ErrorInfo.class)) {
            return false;
        }
        try {
            String reason = detail.unpack(ErrorInfo.class).getReason();
            return !reason.equals("INTERNAL")
                    && !reason.equals("SHUTTING_DOWN")
                    && !reason.equals("OVERLOADED")
                    && !reason.equals("DEPENDENCY_UNAVAILABLE")
                    && !reason.equals("UNKNOWN_METHOD");
        } catch (InvalidProtocolBufferException unreadable) {
            return false;
        }
    }
}
