package dev.emplace.pricing.domain.imports;

import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import dev.emplace.pricing.domain.PricingReason;
import java.util.List;
import java.util.Map;

/** An address that this service does not read from. */
public final class ForbiddenAddressException extends Failure {

    public ForbiddenAddressException(String url, String why) {
        super(
                PricingReason.FORBIDDEN_ADDRESS,
                "import.document: " + why,
                Map.of("url", url),
                List.of(new FieldViolation("import.document", why)),
                null);
    }
}
