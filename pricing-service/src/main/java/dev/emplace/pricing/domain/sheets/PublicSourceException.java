package dev.emplace.pricing.domain.sheets;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.PricingReason;
import java.util.List;
import java.util.Map;

/** What everybody has seen is to be seen by some only. */
public final class PublicSourceException extends Failure {

    public PublicSourceException(String source) {
        super(
                PricingReason.SOURCE_IS_PUBLIC,
                "source '" + source + "' has been imported without readers, so everybody has seen it; import the sheet"
                        + " under another name",
                Map.of("source", source),
                List.of(),
                null);
    }
}
