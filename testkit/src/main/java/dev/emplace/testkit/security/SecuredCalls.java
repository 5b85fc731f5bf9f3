package dev.emplace.testkit.security;

import dev.emplace.testkit.grpc.GrpcCalls;
import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLException;

/** Connections and credentials for a service that runs {@link Secured}. */
public final class SecuredCalls {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private static final Metadata.Key<String> BEHALF =
            Metadata.Key.of("emplace-on-behalf-of", Metadata.ASCII_STRING_MARSHALLER);

    private SecuredCalls() {}

    /** A TLS connection without a client certificate, to be shut down by the test. */
    public static ManagedChannel channel(Path folder) {
        return connect(GrpcSslContexts.forClient()
                .trustManager(folder.resolve("ca.pem").toFile()));
    }

    /** The same with one of the folder's certificates, by its name: shown even where the server would not know its CA. */
    public static ManagedChannel channel(Path folder, String certificate) {
        AdvancedTlsX509KeyManager shown = new AdvancedTlsX509KeyManager();
        try {
            shown.updateIdentityCredentials(
                    folder.resolve(certificate + ".pem").toFile(),
                    folder.resolve(certificate + "-key.pem").toFile());
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
        return connect(GrpcSslContexts.forClient()
                .trustManager(folder.resolve("ca.pem").toFile())
                .keyManager(shown));
    }

    /** The header {@code authorization}, as often and with the values that are given; without any, nothing is sent. */
    public static CallCredentials header(String... values) {
        return new CallCredentials() {
            @Override
            public void applyRequestMetadata(RequestInfo call, Executor executor, MetadataApplier applier) {
                Metadata headers = new Metadata();
                for (String value : values) {
                    headers.put(AUTHORIZATION, value);
                }
                applier.apply(headers);
            }
        };
    }

    /** As a service calls for somebody: with its own credentials, and what it says of whom it calls for. */
    public static CallCredentials onBehalf(String own, String behalf) {
        return new CallCredentials() {
            @Override
            public void applyRequestMetadata(RequestInfo call, Executor executor, MetadataApplier applier) {
                Metadata headers = new Metadata();
                headers.put(AUTHORIZATION, own);
                headers.put(BEHALF, behalf);
                applier.apply(headers);
            }
        };
    }

    public static CallCredentials bearer(String token) {
        return header("Bearer " + token);
    }

    private static ManagedChannel connect(SslContextBuilder tls) {
        try {
            return NettyChannelBuilder.forAddress("localhost", GrpcCalls.port())
                    .sslContext(tls.build())
                    .build();
        } catch (SSLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
