package dev.emplace.pricing.domain.imports;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.PricingReason;
import java.util.Map;

/** The server of a source does not answer, or not with what was asked for. */
public final class SourceUnreachableException extends Failure {

    public SourceUnreachableException(String host, String problem) {
        super(
                PricingReason.SOURCE_UNREACHABLE,
                "the source at " + host + " " + problem + "; nothing was imported",
                Map.of("host", host, "problem", problem));
    }
}
