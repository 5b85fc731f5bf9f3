package dev.emplace.pricing.domain;

import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.accelerators.Resolution;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Several accelerators are called that; the caller has to choose. */
public final class AmbiguousAcceleratorException extends Failure {

    public AmbiguousAcceleratorException(String field, Resolution.Ambiguous ambiguous) {
        super(
                PricingReason.AMBIGUOUS_ACCELERATOR,
                field + ": " + describe(ambiguous),
                Map.of("name", ambiguous.name(), "choices", choices(ambiguous)),
                List.of(new FieldViolation(field, describe(ambiguous))),
                null);
    }

    private static String describe(Resolution.Ambiguous ambiguous) {
        return "'" + ambiguous.name() + "' may be any of " + choices(ambiguous) + "; name the one that is meant";
    }

    private static String choices(Resolution.Ambiguous ambiguous) {
        return ambiguous.choices().stream().map(Accelerator::id).collect(Collectors.joining(", "));
    }
}
