package dev.emplace.platform.errors;

/** What sort of refusal a failure is: the gRPC status codes by name, without gRPC. */
public enum Kind {
    INVALID_ARGUMENT,
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
    UNAUTHENTICATED,
    INTERNAL
}
