package dev.emplace.pricing.domain.imports;

import dev.emplace.platform.errors.Failure;
import dev.emplace.pricing.domain.PricingReason;
import java.util.Map;

/** A request id came before, with another body. */
public final class RequestIdReusedException extends Failure {

    public RequestIdReusedException(RequestKey request) {
        super(
                PricingReason.REQUEST_ID_REUSED,
                "request_id " + request.id() + " came before with another body: take a new one",
                Map.of("request_id", request.id().toString()));
    }
}
