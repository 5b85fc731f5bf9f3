package dev.emplace.pricing.domain.imports;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.PricingReason;
import java.util.Map;

/** More bytes than one import may have. */
public final class FileTooLargeException extends Failure {

    public FileTooLargeException(long limitBytes) {
        super(
                PricingReason.FILE_TOO_LARGE,
                "the import has more than " + limitBytes + " bytes, the most that one may have; import fewer regions at"
                        + " once, or raise emplace.pricing.imports.max-size",
                Map.of("limit_bytes", Long.toString(limitBytes)));
    }
}
