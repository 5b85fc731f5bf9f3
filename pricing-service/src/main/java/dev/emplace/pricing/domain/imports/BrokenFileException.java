package dev.emplace.pricing.domain.imports;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.PricingReason;
import java.util.Map;

/** A file is not what it is said to be: cut off, of another format, or of a format that has changed. */
public final class BrokenFileException extends Failure {

    public BrokenFileException(String where, String what) {
        super(
                PricingReason.BROKEN_FILE,
                where + ": " + what + "; nothing was imported",
                Map.of("where", where, "problem", what));
    }
}
