package dev.emplace.power.domain.reservation;

import dev.emplace.power.domain.PowerFailure;
import dev.emplace.power.domain.PowerReason;
import java.util.Map;

/** A request id came before, with another body. */
public final class RequestIdReusedException extends PowerFailure {
    RequestIdReusedException(RequestKey request) {
        super(
                PowerReason.REQUEST_ID_REUSED,
                "request_id " + request.id() + " came before with another body: take a new one",
                Map.of("request_id", request.id().toString()));
    }
}
