package dev.emplace.pricing.domain;

import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The catalog has no provider of that id. */
public final class UnknownProviderException extends Failure {

    public UnknownProviderException(String field, String id, Collection<String> known) {
        super(
                PricingReason.UNKNOWN_PROVIDER,
                field + ": " + describe(id),
                Map.of("provider", id, "known", String.join(", ", known)),
                List.of(new FieldViolation(field, describe(id))),
                null);
    }

    private static String describe(String id) {
        return "the catalog has no provider '" + id + "'; ListProviders tells which there are";
    }
}
