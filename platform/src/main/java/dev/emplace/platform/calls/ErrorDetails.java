package dev.emplace.platform.calls;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import java.util.ArrayList;
import java.util.List;

/**
 * The details of a failure as {@code google.rpc} messages. They travel in trailers, of which clients accept 8 KiB by
 * default, so everything that a caller can make long is shortened.
 */
final class ErrorDetails {

    static final String DOMAIN = "emplace.dev";
    static final int MESSAGE_LENGTH = 600;

    private static final int VALUE_LENGTH = 200;
    private static final int METADATA_ENTRIES = 12;
    private static final int VIOLATIONS_BYTES = 2_000;

    private ErrorDetails() {}

    static List<Any> of(Failure failure) {
        List<Any> details = new ArrayList<>(3);
        details.add(Any.pack(info(failure)));
        if (!failure.violations().isEmpty()) {
            details.add(Any.pack(badRequest(failure.violations())));
        }
        failure.retryAfter().ifPresent(after -> details.add(Any.pack(retry(after))));
        return details;
    }

    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    private static ErrorInfo info(Failure failure) {
        ErrorInfo.Builder info = ErrorInfo.newBuilder()
                .setDomain(DOMAIN)
                .setReason(failure.reason().name());
        failure.metadata().entrySet().stream()
                .limit(METADATA_ENTRIES)
                .forEach(entry -> info.putMetadata(entry.getKey(), shortened(entry.getValue(), VALUE_LENGTH)));
        return info.build();
    }

    private static BadRequest badRequest(List<FieldViolation> violations) {
        BadRequest.Builder request = BadRequest.newBuilder();
        int bytes = 0;
        for (FieldViolation violation : violations) {
            BadRequest.FieldViolation named = named(violation);
            bytes += named.getSerializedSize();
            if (bytes > VIOLATIONS_BYTES) {
                return request.addFieldViolations(rest(violations.size() - request.getFieldViolationsCount()))
                        .build();
            }
            request.addFieldViolations(named);
        }
        return request.build();
    }

    private static BadRequest.FieldViolation named(FieldViolation violation) {
        return BadRequest.FieldViolation.newBuilder()
                .setField(shortened(violation.field(), VALUE_LENGTH))
                .setDescription(shortened(violation.description(), VALUE_LENGTH))
                .build();
    }

    private static BadRequest.FieldViolation rest(int more) {
        return BadRequest.FieldViolation.newBuilder()
                .setField("*")
                .setDescription(more + " more violations are left out")
                .build();
    }

    private static RetryInfo retry(java.time.Duration after) {
        return RetryInfo.newBuilder()
                .setRetryDelay(
                        Duration.newBuilder().setSeconds(after.getSeconds()).setNanos(after.getNano()))
                .build();
    }
}
