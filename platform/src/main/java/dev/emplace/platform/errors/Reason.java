package dev.emplace.platform.errors;

/** Why a call was refused, as a name that programs can branch on; each domain has an enum of its own. */
public interface Reason {

    /** UPPER_SNAKE_CASE, stable once published: becomes {@code google.rpc.ErrorInfo.reason}. */
    String name();

    Kind kind();
}
