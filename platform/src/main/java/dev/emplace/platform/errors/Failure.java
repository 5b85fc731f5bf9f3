package dev.emplace.platform.errors;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that a caller is told about in full: its reason, the values behind it, the fields at fault, when to retry.
 * Subclasses name the fact. Message and metadata reach callers: no class name, query or secret belongs in them.
 */
public abstract class Failure extends RuntimeException {

    private final Reason reason;
    private final Map<String, String> metadata;
    private final List<FieldViolation> violations;
    private final @Nullable Duration retryAfter;

    protected Failure(Reason reason, String message) {
        this(reason, message, Map.of());
    }

    protected Failure(Reason reason, String message, Map<String, String> metadata) {
        this(reason, message, metadata, List.of(), null);
    }

    protected Failure(
            Reason reason,
            String message,
            Map<String, String> metadata,
            List<FieldViolation> violations,
            @Nullable Duration retryAfter) {
        // A refusal is an answer, not a fault: nobody reads its stack trace, and filling one costs more than the call.
        super(message, null, false, false);
        this.reason = reason;
        this.metadata = Map.copyOf(metadata);
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    public final Reason reason() {
        return reason;
    }

    /** The message that callers read. */
    public final String explanation() {
        return String.valueOf(getMessage());
    }

    /** Values behind the refusal, keys in lower_snake_case. */
    public final Map<String, String> metadata() {
        return metadata;
    }

    public final List<FieldViolation> violations() {
        return violations;
    }

    /** How long to wait before the same call may succeed; empty where a retry is pointless. */
    public final Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
