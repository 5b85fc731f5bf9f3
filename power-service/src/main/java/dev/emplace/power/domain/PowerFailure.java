package dev.emplace.power.domain;

import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal of power-service. */
public abstract class PowerFailure extends Failure {
    protected PowerFailure(PowerReason reason, String message, Map<String, String> metadata) {
        super(reason, message, metadata);
    }

    protected PowerFailure(
            PowerReason reason,
            String message,
            Map<String, String> metadata,
            List<FieldViolation> violations,
            @Nullable Duration retryAfter) {
        super(reason, message, metadata, violations, retryAfter);
    }
}
