package dev.emplace.platform.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How this service proves to others who it is, and knows them. All files are read anew when they change. */
@ConfigMapping(prefix = "emplace.outgoing.security")
public interface OutgoingSecurityConfig {

    /** CA certificates (PEM) that vouch for the other services. With them, they are called by TLS only. */
    Optional<Path> caFile();

    /** A file with the bearer token to call with, such as a projected ServiceAccount token. */
    Optional<Path> tokenFile();

    /** The certificate (PEM) to call with, where services know each other by certificates. */
    Optional<Path> certificateFile();

    /** The certificate's private key, PKCS#8 (PEM), not encrypted. */
    Optional<Path> keyFile();

    /** How often the files are looked at. */
    @WithDefault("1m")
    Duration reload();

    /** Says that something on the way encrypts, such as a mesh: else a token is not sent in the clear beyond loopback. */
    @WithDefault("false")
    boolean terminatedOutside();
}
