package dev.emplace.pricing.domain.imports;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.PricingReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** As many imports run in this replica as may. */
public final class TooManyImportsException extends Failure {

    public TooManyImportsException(int limit) {
        super(
                PricingReason.TOO_MANY_IMPORTS,
                "as many imports run here as may, " + limit + "; wait for one of them to end",
                Map.of("limit", Integer.toString(limit)),
                List.of(),
                Duration.ofSeconds(10));
    }
}
