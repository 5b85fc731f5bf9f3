package dev.emplace.pricing.domain;

import dev.emplace.platform.errors.Kind;
import dev.emplace.platform.errors.Reason;

/** Why pricing-service refuses; the contract's ErrorReason has the same names. */
public enum PricingReason implements Reason {
    UNKNOWN_ACCELERATOR(Kind.NOT_FOUND),
    AMBIGUOUS_ACCELERATOR(Kind.FAILED_PRECONDITION),
    UNKNOWN_OFFER(Kind.NOT_FOUND),
    UNKNOWN_PROVIDER(Kind.NOT_FOUND),
    BROKEN_FILE(Kind.INVALID_ARGUMENT),
    IMPORT_RUNNING(Kind.ABORTED),
    REQUEST_ID_REUSED(Kind.ALREADY_EXISTS),
    UNKNOWN_QUARANTINED_ROW(Kind.NOT_FOUND),
    ROW_NOT_PUBLISHABLE(Kind.FAILED_PRECONDITION),
    FILE_TOO_LARGE(Kind.RESOURCE_EXHAUSTED),
    FORBIDDEN_ADDRESS(Kind.INVALID_ARGUMENT),
    SOURCE_UNREACHABLE(Kind.UNAVAILABLE),
    TOO_MANY_IMPORTS(Kind.RESOURCE_EXHAUSTED),
    IDLE_STREAM(Kind.DEADLINE_EXCEEDED),
    OFFER_WITHOUT_PRICE(Kind.FAILED_PRECONDITION),
    OFFER_WITHOUT_ACCELERATOR(Kind.FAILED_PRECONDITION),
    OFFER_NOT_OWNED(Kind.FAILED_PRECONDITION),
    WORK_NEVER_ENDS(Kind.FAILED_PRECONDITION),
    EXCHANGE_RATE_MISSING(Kind.FAILED_PRECONDITION),
    ON_DEMAND_PRICE_MISSING(Kind.FAILED_PRECONDITION),
    OUTSIDE_HISTORY(Kind.OUT_OF_RANGE),
    CATALOG_NOT_LOADED(Kind.UNAVAILABLE);

    private final Kind kind;

    PricingReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
