package dev.emplace.platform.auth;

import io.grpc.netty.GrpcSslContexts;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import io.grpc.util.AdvancedTlsX509TrustManager.Verification;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.quarkus.arc.Unremovable;
import io.quarkus.grpc.api.ServerBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.vertx.grpc.VertxServerBuilder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Encrypts the gRPC port, with files that may be replaced while the service runs. */
@Singleton
@Unremovable
final class ServerTls implements ServerBuilderCustomizer<VertxServerBuilder> {

    /** A connection that says nothing is closed after this time. */
    private static final int HANDSHAKE_SECONDS = 10;

    private final TlsConfig config;
    private final ReloadedFiles files;
    private final MeterRegistry registry;
    private final Clock clock = Clock.systemUTC();

    ServerTls(TlsConfig config, ReloadedFiles files, MeterRegistry registry) {
        this.config = config;
        this.files = files;
        this.registry = registry;
    }

    @Override
    public void customize(GrpcServerConfiguration grpc, VertxServerBuilder server) {
        if (config.certificateFile().isPresent() && config.keyFile().isPresent()) {
            server.nettyBuilder()
                    .handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
                    .sslContext(context(
                            config.certificateFile().get(), config.keyFile().get()));
        }
    }

    private SslContext context(Path certificate, Path key) {
        try {
            AdvancedTlsX509KeyManager identity = files.identity(certificate, key, config.reload());
            Gauge.builder("emplace.tls.certificate.remaining", identity, this::remaining)
                    .description("Time until the certificate of the gRPC port expires; negative where it has")
                    .baseUnit("seconds")
                    .strongReference(true)
                    .register(registry);
            SslContextBuilder builder =
                    GrpcSslContexts.configure(SslContextBuilder.forServer(identity), SslProvider.JDK);
            if (config.clientCaFile().isPresent()) {
                builder.trustManager(clients(config.clientCaFile().get()))
                        .clientAuth(config.clientCertificateRequired() ? ClientAuth.REQUIRE : ClientAuth.OPTIONAL);
            }
            return builder.build();
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException("emplace.tls.* cannot be used: " + broken.getMessage(), broken);
        }
    }

    private double remaining(AdvancedTlsX509KeyManager identity) {
        // gRPC gives each identity that it takes another alias.
        String alias = identity.getServerAliases("", new Principal[0])[0];
        Instant end = identity.getCertificateChain(alias)[0].getNotAfter().toInstant();
        return Duration.between(clock.instant(), end).toSeconds();
    }

    /** Clients have no host names that could be looked at. */
    private AdvancedTlsX509TrustManager clients(Path authorities) throws IOException, GeneralSecurityException {
        return files.trust(authorities, config.reload(), Verification.CERTIFICATE_ONLY_VERIFICATION);
    }
}
