package dev.emplace.pricing.domain;

import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import dev.emplace.pricing.domain.accelerators.Resolution;
import java.util.List;
import java.util.Map;

/** Nothing in the catalog is called that. */
public final class UnknownAcceleratorException extends Failure {

    public UnknownAcceleratorException(String field, Resolution.Unknown unknown) {
        super(
                PricingReason.UNKNOWN_ACCELERATOR,
                field + ": " + describe(unknown),
                Map.of("name", unknown.name(), "suggestions", String.join(", ", unknown.suggestions())),
                List.of(new FieldViolation(field, describe(unknown))),
                null);
    }

    private static String describe(Resolution.Unknown unknown) {
        var advice = unknown.suggestions().isEmpty()
                ? "ListAccelerators tells what is known"
                : "the nearest are " + String.join(", ", unknown.suggestions());
        return "no accelerator is called '" + unknown.name() + "'; " + advice;
    }
}
