package dev.emplace.workload.domain.reserve;

import dev.emplace.platform.errors.Failure;
import dev.emplace.workload.domain.WorkloadReason;
import java.util.Map;

/** A request id came before, with another body. */
public final class RequestIdReusedException extends Failure {
    private static final long serialVersionUID = 1;

    public RequestIdReusedException(String requestId) {
        super(
                WorkloadReason.REQUEST_ID_REUSED,
                "request_id " + requestId + " came before with another body: take a new one",
                Map.of("request_id", requestId));
    }
}
