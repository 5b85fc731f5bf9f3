package dev.emplace.power.grpc;

import com.google.protobuf.Message;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.power.domain.reservation.Outcome;
import dev.emplace.power.domain.reservation.RequestKey;
import io.grpc.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What all mutating calls have in common: a key to recognise a repeated one, and waiting for their batch. */
final class Requests {
    private Requests() {}

    /** The key of a call: its request_id, and a fingerprint of all else, so also of its type. */
    static RequestKey key(Message request, String requestId) {
        var field = request.getDescriptorForType().findFieldByName("request_id");
        Message body = request.toBuilder().clearField(field).build();
        return new RequestKey(
                uuid(requestId), sha256(request.getDescriptorForType().getFullName(), body.toByteArray()));
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidFieldException("request_id", "is \"" + text + "\"; must be a UUID");
        }
    }

    private static String sha256(String type, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(type.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Whether the caller of this call has gone, or its deadline with it. */
    static boolean abandoned(Context call) {
        return call.isCancelled();
    }

    /** Waits for the batch. A caller out of time stops waiting; what becomes of its command it learns by repeating it. */
    static Outcome await(CompletableFuture<Outcome> answer) throws Exception {
        Context call = Context.current();
        call.addListener(ended -> answer.cancel(false), Runnable::run);
        try {
            return answer.get();
        } catch (ExecutionException | CompletionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }
}
