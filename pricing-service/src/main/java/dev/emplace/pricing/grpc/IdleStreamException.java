package dev.emplace.pricing.grpc;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.PricingReason;
import java.time.Duration;
import java.util.Map;

/** A caller began to send, and stopped. */
final class IdleStreamException extends Failure {

    IdleStreamException(Duration limit) {
        super(
                PricingReason.IDLE_STREAM,
                "nothing came for " + limit.toMillis() + " ms, while more was to come; nothing was imported",
                Map.of("limit_ms", Long.toString(limit.toMillis())));
    }
}
