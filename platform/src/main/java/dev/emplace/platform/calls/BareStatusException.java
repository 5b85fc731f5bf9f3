package dev.emplace.platform.calls;

import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.Kind;
import dev.emplace.platform.errors.Reason;
import io.grpc.Status;
import java.util.Map;
import java.util.Optional;

/** A status from gRPC's own services (health, reflection), which come without a reason: their code is taken for one. */
final class BareStatusException extends Failure {

    private BareStatusException(CodeReason reason, String message) {
        super(reason, message, Map.of());
    }

    /** Empty for the codes of faults, about which callers learn nothing. */
    static Optional<Failure> of(Status status) {
        return switch (status.getCode()) {
            case OK, UNKNOWN, INTERNAL, DATA_LOSS -> Optional.empty();
            case INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    FAILED_PRECONDITION,
                    ABORTED,
                    OUT_OF_RANGE,
                    RESOURCE_EXHAUSTED,
                    UNIMPLEMENTED,
                    UNAVAILABLE,
                    DEADLINE_EXCEEDED,
                    CANCELLED,
                    PERMISSION_DENIED,
                    UNAUTHENTICATED -> Optional.of(named(status));
        };
    }

    private static BareStatusException named(Status status) {
        Kind kind = Kind.valueOf(status.getCode().name());
        // A status with a cause was made from an exception, whose text is not for callers.
        String told = status.getCause() == null ? status.getDescription() : null;
        return new BareStatusException(new CodeReason(kind), told == null ? "the call failed: " + kind : told);
    }

    private record CodeReason(Kind kind) implements Reason {

        @Override
        public String name() {
            return kind.name();
        }
    }
}
