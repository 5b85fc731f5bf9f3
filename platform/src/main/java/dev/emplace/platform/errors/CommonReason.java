package dev.emplace.platform.errors;

/** Reasons that any service may answer with. */
public enum CommonReason implements Reason {
    /** One or many fields break their constraints; every one of them is listed. */
    INVALID_FIELD(Kind.INVALID_ARGUMENT),
    /** The page token is malformed, or was issued for other filters. */
    INVALID_PAGE_TOKEN(Kind.INVALID_ARGUMENT),
    /** The bytes sent are no message of the declared type. */
    MALFORMED_MESSAGE(Kind.INVALID_ARGUMENT),
    /** The message, once decompressed, is larger than the service reads. */
    MESSAGE_TOO_LARGE(Kind.RESOURCE_EXHAUSTED),
    /** The process has as much to do as it takes on, whoever asks. */
    OVERLOADED(Kind.RESOURCE_EXHAUSTED),
    /** One caller calls more often than one caller may. */
    RATE_LIMITED(Kind.RESOURCE_EXHAUSTED),
    /** One caller has more calls open than one caller may. */
    TOO_MANY_CALLS(Kind.RESOURCE_EXHAUSTED),
    /** The call came without a token or certificate. */
    NO_CREDENTIALS(Kind.UNAUTHENTICATED),
    /** The token that came with the call is not accepted. */
    INVALID_CREDENTIALS(Kind.UNAUTHENTICATED),
    /** The token or certificate expired while the call went on. */
    CREDENTIALS_EXPIRED(Kind.UNAUTHENTICATED),
    /** The caller does not hold the role that the method asks for. */
    ROLE_MISSING(Kind.PERMISSION_DENIED),
    /** The stream was open for as long as one may be. */
    STREAM_TOO_OLD(Kind.UNAVAILABLE),
    /** No such method in this service. */
    UNKNOWN_METHOD(Kind.UNIMPLEMENTED),
    DEADLINE_EXCEEDED(Kind.DEADLINE_EXCEEDED),
    CANCELLED(Kind.CANCELLED),
    /** Another service or the database, which this call needs, does not answer. */
    DEPENDENCY_UNAVAILABLE(Kind.UNAVAILABLE),
    /** This process is not ready yet. */
    STARTING_UP(Kind.UNAVAILABLE),
    /** This process is draining; another replica will answer. */
    SHUTTING_DOWN(Kind.UNAVAILABLE),
    /** The replica has not yet seen the revision asked for. */
    REVISION_NOT_REACHED(Kind.UNAVAILABLE),
    /** A watch is to begin at changes that are no longer kept. */
    COMPACTED(Kind.OUT_OF_RANGE),
    /** Nothing of a watch was read for a time, while there was more to tell. */
    SLOW_READER(Kind.UNAVAILABLE),
    /** A fault of the service; the log has it under the error_id. */
    INTERNAL(Kind.INTERNAL);

    private final Kind kind;

    CommonReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
