package dev.emplace.pricing.domain.imports;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.PricingReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The source is being imported already. */
public final class ImportRunningException extends Failure {

    public ImportRunningException(String source) {
        super(
                PricingReason.IMPORT_RUNNING,
                "source '" + source + "' is being imported already; wait for that to end",
                Map.of("source", source),
                List.of(),
                Duration.ofSeconds(5));
    }
}
