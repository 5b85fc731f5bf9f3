package dev.emplace.power.domain;

import dev.emplace.platform.errors.Kind;
import dev.emplace.platform.errors.Reason;

/** Why power-service refuses; the names are those of the contract's ErrorReason. */
public enum PowerReason implements Reason {
    UNKNOWN_SITE(Kind.NOT_FOUND),
    UNKNOWN_RESERVATION(Kind.NOT_FOUND),
    UNKNOWN_ACCELERATOR(Kind.NOT_FOUND),
    UNKNOWN_RACK_GROUP(Kind.NOT_FOUND),
    INSUFFICIENT_CAPACITY(Kind.RESOURCE_EXHAUSTED),
    RESERVATION_RESOLVED(Kind.FAILED_PRECONDITION),
    REQUEST_ID_REUSED(Kind.ALREADY_EXISTS),
    ETAG_MISMATCH(Kind.ABORTED),
    INVALID_TOPOLOGY(Kind.INVALID_ARGUMENT),
    TOPOLOGY_BREAKS_RESERVATIONS(Kind.FAILED_PRECONDITION),
    OUTCOME_UNKNOWN(Kind.UNAVAILABLE),
    NO_LEASE(Kind.FAILED_PRECONDITION),
    SITE_RESTORED(Kind.OUT_OF_RANGE),
    UNKNOWN_NODE(Kind.NOT_FOUND),
    NOT_METERED(Kind.FAILED_PRECONDITION),
    QUOTA_EXCEEDED(Kind.RESOURCE_EXHAUSTED),
    NOT_YOUR_TENANT(Kind.PERMISSION_DENIED);

    private final Kind kind;

    PowerReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
