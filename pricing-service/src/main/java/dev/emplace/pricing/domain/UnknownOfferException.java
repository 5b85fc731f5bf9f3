package dev.emplace.pricing.domain;

import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import java.util.List;
import java.util.Map;

/** The catalog has no offer of that id. */
public final class UnknownOfferException extends Failure {

    public UnknownOfferException(String field, String id) {
        super(
                PricingReason.UNKNOWN_OFFER,
                field + ": " + describe(id),
                Map.of("offer", id),
                List.of(new FieldViolation(field, describe(id))),
                null);
    }

    private static String describe(String id) {
        return "the catalog has no offer '" + id + "'; ListOffers and SearchOffers tell which there are";
    }
}
