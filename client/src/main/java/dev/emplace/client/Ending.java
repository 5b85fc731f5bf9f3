package dev.emplace.client;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Optional;

/** What to do after a stream or a list has ended in an error. */
enum Ending {
    /** Go on where it was, after a pause. */
    INTERRUPTED,
    /** The position is older than what is kept: list. */
    COMPACTED,
    /** Asking again would be refused again. */
    REFUSED;

    static Ending of(StatusRuntimeException error) {
        return switch (error.getStatus().getCode()) {
            case OUT_OF_RANGE -> reason(error).equals("COMPACTED") ? COMPACTED : REFUSED;
            case INVALID_ARGUMENT, UNIMPLEMENTED, PERMISSION_DENIED, FAILED_PRECONDITION, NOT_FOUND -> REFUSED;
            // A token that has ended is replaced by whoever renews it, within minutes.
            default -> INTERRUPTED;
        };
    }

    private static String reason(StatusRuntimeException error) {
        return Optional.ofNullable(StatusProto.fromThrowable(error)).stream()
                .flatMap(status -> status.getDetailsList().stream())
                .filter(detail -> detail.is(ErrorInfo.class))
                .findFirst()
                .map(Ending::reason)
                .orElse("");
    }

    private static String reason(Any detail) {
        try {
            return detail.unpack(ErrorInfo.class).getReason();
        } catch (InvalidProtocolBufferException damaged) {
            return "";
        }
    }
}
