package dev.emplace.cli.remote;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An error of a service, as a person at a terminal reads it. */
public record RemoteFailure(String code, String message, Optional<ErrorInfo> info, Optional<BadRequest> violations) {

    public static RemoteFailure of(StatusRuntimeException failure) {
        Status status = StatusProto.fromThrowable(failure);
        return new RemoteFailure(
                failure.getStatus().getCode().name(),
                Optional.ofNullable(failure.getStatus().getDescription()).orElse("no description"),
                detail(status, ErrorInfo.class),
                detail(status, BadRequest.class));
    }

    /** The failure in one line: code, reason, what happened, each violated field. */
    public String line() {
        String reason = info.map(i -> " (" + i.getReason() + ")").orElse("");
        return code + reason + ": " + message + fields() + advice();
    }

    /** Whether nobody answered at all. */
    public boolean unreachable() {
        return code.equals("UNAVAILABLE") && info.isEmpty();
    }

    /** Whether that is the reason. */
    public boolean is(String reason) {
        return info.map(i -> i.getReason().equals(reason)).orElse(false);
    }

    private String fields() {
        return violations
                .map(v -> v.getFieldViolationsList().stream()
                        .filter(field -> !message.contains(field.getDescription()))
                        .map(field -> field.getField() + " " + field.getDescription())
                        .collect(Collectors.joining("; ")))
                .filter(text -> !text.isEmpty())
                .map(text -> " [" + text + "]")
                .orElse("");
    }

    private String advice() {
        String advice = Advice.on(this);
        return advice.isEmpty() ? "" : ". " + Character.toUpperCase(advice.charAt(0)) + advice.substring(1);
    }

    /** The facts that the error carries, by name. */
    public Map<String, String> metadata() {
        return info.map(ErrorInfo::getMetadataMap).orElse(Map.of());
    }

    private static <M extends Message> Optional<M> detail(@Nullable Status status, Class<M> type) {
        if (status == null) {
            return Optional.empty();
        }
        for (Any any : status.getDetailsList()) {
            if (any.is(type)) {
                return Optional.of(unpack(any, type));
            }
        }
        return Optional.empty();
    }

    private static <M extends Message> M unpack(Any any, Class<M> type) {
        try {
            return any.unpack(type);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The service sent a broken " + type.getSimpleName(), e);
        }
    }
}
