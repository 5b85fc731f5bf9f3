package dev.emplace.pricing.domain.imports;

import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import dev.emplace.pricing.domain.PricingReason;
import java.util.List;
import java.util.Map;

/** No such row is in quarantine. */
public final class UnknownRowException extends Failure {

    public UnknownRowException(String fingerprint) {
        super(
                PricingReason.UNKNOWN_QUARANTINED_ROW,
                "name: " + describe(fingerprint),
                Map.of("quarantined_row", fingerprint),
                List.of(new FieldViolation("name", describe(fingerprint))),
                null);
    }

    private static String describe(String fingerprint) {
        return "no row '" + fingerprint + "' is in quarantine; ListQuarantinedRows tells which are";
    }
}
