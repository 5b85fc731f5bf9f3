package dev.emplace.client;

import io.grpc.CallCredentials;
import io.grpc.Metadata;
import io.grpc.SecurityLevel;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/**
 * Sends the bearer token of a file with each call, such as a ServiceAccount's, which Kubernetes replaces while it runs: so
 * it is read each time. Sends none in the clear.
 */
public final class BearerTokenFile extends CallCredentials {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Path file;

    public BearerTokenFile(Path file) {
        this.file = file;
    }

    @Override
    public void applyRequestMetadata(RequestInfo call, Executor executor, MetadataApplier headers) {
        if (call.getSecurityLevel() != SecurityLevel.PRIVACY_AND_INTEGRITY) {
            headers.fail(Status.UNAUTHENTICATED.withDescription(
                    "the token of " + file + " would be sent in the clear; connect with TLS credentials"));
            return;
        }
        executor.execute(() -> read(headers));
    }

    private void read(MetadataApplier headers) {
        try {
            Metadata metadata = new Metadata();
            metadata.put(AUTHORIZATION, "Bearer " + Files.readString(file).strip());
            headers.apply(metadata);
        } catch (IOException unreadable) {
            headers.fail(Status.UNAUTHENTICATED
                    .withDescription("the token file " + file + " cannot be read")
                    .withCause(unreadable));
        }
    }
}
