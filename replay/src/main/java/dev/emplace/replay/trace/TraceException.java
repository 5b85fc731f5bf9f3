package dev.emplace.replay.trace;

/** A trace that cannot be replayed; the message says which file, line and column, and what is wanted. */
public final class TraceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TraceException(String message) {
        super(message);
    }

    public TraceException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What is wrong, for whoever gave the trace. */
    public String explanation() {
        return String.valueOf(getMessage());
    }
}
