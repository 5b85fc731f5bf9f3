package dev.emplace.pricing.domain.imports;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.PricingReason;
import java.util.Map;

/** The row is no price, or of no machine that is known: nothing could be published. */
public final class UnpublishableRowException extends Failure {

    public UnpublishableRowException(QuarantinedRow row) {
        super(
                PricingReason.ROW_NOT_PUBLISHABLE,
                "row '" + row.fingerprint() + "' cannot be released: " + row.reason() + ", " + row.note()
                        + "; reject it, or add what is missing to the catalog and import again",
                Map.of(
                        "quarantined_row",
                        row.fingerprint(),
                        "quarantine_reason",
                        row.reason().name()));
    }
}
