package dev.emplace.pricing.domain.catalog;

import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import dev.emplace.pricing.domain.PricingReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A time that is asked about lies before what the catalog keeps, or a belief in the future. */
public final class OutsideHistoryException extends Failure {

    private OutsideHistoryException(String field, String description, Map<String, String> limits) {
        super(
                PricingReason.OUTSIDE_HISTORY,
                field + ": " + description,
                limits,
                List.of(new FieldViolation(field, description)),
                null);
    }

    public static OutsideHistoryException before(String field, Instant asked, Instant oldest) {
        return new OutsideHistoryException(
                field,
                "is " + asked + ", but the catalog's history begins at " + oldest
                        + "; ask for that time or a later one",
                Map.of("field", field, "oldest_time", oldest.toString()));
    }

    public static OutsideHistoryException after(String field, Instant asked, Instant now) {
        return new OutsideHistoryException(
                field,
                "is " + asked + ", but it is only " + now + "; nobody knows yet what will be believed then",
                Map.of("field", field, "newest_time", now.toString()));
    }
}
