package dev.emplace.platform.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the gRPC port is encrypted, and which client certificates it accepts. All files are PEM, and read anew when they change. */
@ConfigMapping(prefix = "emplace.tls")
public interface TlsConfig {

    /** The server's certificate, followed by those between it and its CA. With it, the port speaks TLS only. */
    Optional<Path> certificateFile();

    /** The certificate's private key, PKCS#8, not encrypted. */
    Optional<Path> keyFile();

    /** CA certificates that vouch for clients: callers may then authenticate by a certificate. */
    Optional<Path> clientCaFile();

    /** Whether a connection without a client certificate is refused, rather than asked for a token. */
    @WithDefault("false")
    boolean clientCertificateRequired();

    /** How often the files are looked at. */
    @WithDefault("1m")
    Duration reload();

    /**
     * Says that something in front of the service encrypts, such as a mesh. Else a service that authenticates its
     * callers beyond loopback does not start without a certificate, since tokens would travel in the clear.
     */
    @WithDefault("false")
    boolean terminatedOutside();
}
