package dev.emplace.pricing.domain.sheets;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.PricingReason;
import java.util.List;
import java.util.Map;

/** Somebody imports a contracted sheet that is another publisher's. */
public final class SheetOfAnotherException extends Failure {

    public SheetOfAnotherException(String source) {
        super(
                PricingReason.SHEET_OF_ANOTHER,
                "source '" + source + "' belongs to another publisher; take another name",
                Map.of("source", source),
                List.of(),
                null);
    }
}
