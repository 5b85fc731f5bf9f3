package dev.emplace.testkit.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.emplace.testkit.leaks.Exchange;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** An error as a client sees it: code, message, and the details that came with it. */
public final class GrpcError {

    private final Status status;
    private final com.google.rpc.Status details;

    private GrpcError(Status status, com.google.rpc.Status details) {
        this.status = status;
        this.details = details;
    }

    /** Runs the call and returns the error that it ends in; fails the test where it succeeds. */
    public static GrpcError from(Runnable call) {
        try {
            call.run();
        } catch (StatusRuntimeException error) {
            return of(error);
        }
        throw new AssertionError("the call succeeded; it was expected to fail");
    }

    /** The error that a call ended in. */
    public static GrpcError of(StatusRuntimeException error) {
        return of(error.getStatus(), Optional.ofNullable(error.getTrailers()).orElseGet(Metadata::new));
    }

    /** The outcome of a call that a test made by itself. */
    public static GrpcError of(Status status, Metadata trailers) {
        return new GrpcError(status, StatusProto.fromStatusAndTrailers(status, trailers));
    }

    public Status.Code code() {
        return status.getCode();
    }

    public String message() {
        return String.valueOf(status.getDescription());
    }

    /** ErrorInfo's reason; empty where there is none. */
    public String reason() {
        return detail(ErrorInfo.getDefaultInstance()).map(ErrorInfo::getReason).orElse("");
    }

    public Map<String, String> metadata() {
        return detail(ErrorInfo.getDefaultInstance())
                .map(ErrorInfo::getMetadataMap)
                .orElse(Map.of());
    }

    /** Paths of the fields at fault, in the order of the answer. */
    public List<String> fields() {
        return violations().stream().map(BadRequest.FieldViolation::getField).toList();
    }

    public List<BadRequest.FieldViolation> violations() {
        return detail(BadRequest.getDefaultInstance())
                .map(BadRequest::getFieldViolationsList)
                .orElse(List.of());
    }

    public Optional<RetryInfo> retry() {
        return detail(RetryInfo.getDefaultInstance());
    }

    /** Asserts code and reason, and that nothing of the service's inside leaked. */
    public GrpcError is(Status.Code code, String reason) {
        Assertions.assertThat(code()).as(toString()).isEqualTo(code);
        Assertions.assertThat(reason()).as(toString()).isEqualTo(reason);
        Assertions.assertThat(fault()).as(toString()).isEmpty();
        return this;
    }

    /** Asserts that exactly these fields are at fault, in any order. */
    public GrpcError violates(String... fields) {
        Assertions.assertThat(fields()).as(toString()).containsExactlyInAnyOrder(fields);
        return this;
    }

    /** What is wrong with the error itself; empty where it is as an error should be. */
    String fault() {
        return fault(new Exchange());
    }

    String fault(Exchange exchange) {
        Optional<ErrorInfo> info = detail(ErrorInfo.getDefaultInstance());
        if (info.isEmpty()) {
            return "an error without ErrorInfo";
        }
        if (!info.get().getDomain().equals("emplace.dev")
                || info.get().getReason().isEmpty()) {
            return "an ErrorInfo of another domain, or without a reason";
        }
        return exchange.leak(details)
                .map(leak -> "an error that leaks a " + leak)
                .orElse("");
    }

    @Override
    public String toString() {
        return code() + " " + reason() + ": " + message() + " " + metadata() + " " + violations();
    }

    private <M extends Message> Optional<M> detail(M type) {
        for (Any detail : details.getDetailsList()) {
            if (detail.is(type.getClass())) {
                return Optional.of(unpacked(detail, type));
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked") // a message's default instance has the message's class
    private static <M extends Message> M unpacked(Any detail, M type) {
        try {
            return (M) detail.unpack(type.getClass());
        } catch (InvalidProtocolBufferException broken) {
            throw new AssertionError("an error detail that does not parse", broken);
        }
    }
}
