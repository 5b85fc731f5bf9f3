package dev.emplace.platform.auth;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends the bearer token of a file along with every call. */
final class FileToken {

    private volatile String header = "";

    void read(Path file) throws IOException {
        String token = Files.readString(file).strip();
        if (token.isEmpty()) {
            throw new IOException(file + " is empty");
        }
        header = "Bearer " + token;
    }

    /** A {@link ClientInterceptor} by method reference: Quarkus warns of classes of that type which it does not apply. */
    <Q, R> ClientCall<Q, R> send(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                headers.put(Callers.AUTHORIZATION, header);
                super.start(listener, headers);
            }
        };
    }
}
