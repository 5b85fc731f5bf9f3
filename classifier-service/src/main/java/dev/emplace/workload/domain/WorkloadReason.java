package dev.emplace.workload.domain;

import dev.emplace.platform.errors.Kind;
import dev.emplace.platform.errors.Reason;

/** Why a request about a workload was refused; the name is ErrorInfo.reason. */
public enum WorkloadReason implements Reason {
    /** The manifest is not YAML or JSON in UTF-8, or holds something else than objects. */
    MALFORMED_MANIFEST(Kind.INVALID_ARGUMENT),
    /** The manifest is longer, deeper or larger than may be read. */
    MANIFEST_TOO_COMPLEX(Kind.INVALID_ARGUMENT),
    /** The manifest holds no object. */
    EMPTY_MANIFEST(Kind.INVALID_ARGUMENT),
    /** A policy cannot be put in force. */
    INVALID_POLICY(Kind.INVALID_ARGUMENT),
    /** Others took the power of each place before it was held. */
    PLACEMENT_CONTENDED(Kind.ABORTED),
    /** The request id came before with another body. */
    REQUEST_ID_REUSED(Kind.ALREADY_EXISTS);

    private final Kind kind;

    WorkloadReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
