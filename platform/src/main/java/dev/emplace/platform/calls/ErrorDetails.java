package dev.emplace.platform.calls;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The details of a failure as {@code google.rpc} messages. They travel in trailers, of which clients accept 8 KiB by
 * default, in base64, and the message once more percent-encoded: everything that a caller can make long is shortened.
 */
final class ErrorDetails {

    static final String DOMAIN = "emplace.dev";
    static final int MESSAGE_BYTES = 600;

    private static final int VALUE_BYTES = 500;
    private static final int METADATA_BYTES = 1_500;
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

    /** The reason that a status was closed with; empty where it is OK. */
    static Optional<String> reason(Status status, Metadata trailers) {
        if (status.isOk()) {
            return Optional.empty();
        }
        return StatusProto.fromStatusAndTrailers(status, trailers).getDetailsList().stream()
                .filter(detail -> detail.is(ErrorInfo.class))
                .findFirst()
                .map(ErrorDetails::reason);
    }

    private static String reason(Any info) {
        try {
            return info.unpack(ErrorInfo.class).getReason();
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException("a detail that was packed here does not unpack", impossible);
        }
    }

    /** The text where its UTF-8 form has no more bytes than that, else as much of its beginning. */
    static String shortened(String text, int bytes) {
        int kept = 0;
        for (int used = 0; kept < text.length(); kept += Character.charCount(text.codePointAt(kept))) {
            used += utf8Bytes(text.codePointAt(kept));
            if (used > bytes) {
                return text.substring(0, kept) + "…";
            }
        }
        return text;
    }

    private static int utf8Bytes(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    private static ErrorInfo info(Failure failure) {
        ErrorInfo.Builder info = ErrorInfo.newBuilder()
                .setDomain(DOMAIN)
                .setReason(failure.reason().name());
        // Sorted, so that what is left out does not change from answer to answer.
        new TreeMap<>(failure.metadata()).forEach((key, value) -> {
            String told = shortened(value, VALUE_BYTES);
            if (info.build().getSerializedSize() + key.length() + told.length() <= METADATA_BYTES) {
                info.putMetadata(key, told);
            }
        });
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
                .setField(shortened(violation.field(), VALUE_BYTES))
                .setDescription(shortened(violation.description(), VALUE_BYTES))
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
