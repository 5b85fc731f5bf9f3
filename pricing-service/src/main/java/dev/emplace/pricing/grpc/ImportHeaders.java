package dev.emplace.pricing.grpc;

import com.google.protobuf.Message;
import dev.emplace.api.pricing.v1.ImportHeader;
import dev.emplace.platform.auth.Caller;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.imports.RequestKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Reads what all imports have in common. */
final class ImportHeaders {

    private ImportHeaders() {}

    static InvalidFieldException headerFirst() {
        return new InvalidFieldException("content", "is no header; the first message must be one, and no other");
    }

    /** The key of a call: its request_id, and a fingerprint of its header and of all that followed. */
    static RequestKey key(ImportHeader header, Message whole, String body) {
        var digest = sha256();
        digest.update(whole.toByteArray());
        digest.update(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new RequestKey(
                UUID.fromString(header.getRequestId()), HexFormat.of().formatHex(digest.digest()));
    }

    static Optional<Instant> observed(ImportHeader header) {
        return header.hasObservedTime() ? Optional.of(ImportMessages.time(header.getObservedTime())) : Optional.empty();
    }

    static String caller() {
        return Caller.current().map(Caller::name).orElse("");
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
