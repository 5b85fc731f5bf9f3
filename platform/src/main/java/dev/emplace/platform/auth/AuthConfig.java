package dev.emplace.platform.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who callers are believed to be, and what they may call. */
@ConfigMapping(prefix = "emplace.auth")
public interface AuthConfig {

    /**
     * Unset, callers are authenticated where an issuer or a client CA is configured; without either, the service listens
     * on loopback only.
     */
    Optional<AuthMode> mode();

    /** Who issues the tokens that are accepted, each under a short name of yours, such as {@code kubernetes}. */
    Map<String, Issuer> issuers();

    /**
     * Callers with ROLE_VIEWER, by name: {@code ISSUER:sub:SUBJECT} and {@code ISSUER:group:GROUP} of tokens;
     * {@code certificate:uri:NAME}, {@code certificate:dns:NAME}, {@code certificate:cn:NAME} and
     * {@code certificate:dn:SUBJECT} of certificates. A {@code *} at the end, after {@code :} or {@code /}, stands for any
     * rest.
     */
    Optional<List<String>> viewers();

    /** Callers with ROLE_PUBLISHER, named as viewers are. */
    Optional<List<String>> publishers();

    /** Callers with ROLE_RESERVER, named as viewers are. */
    Optional<List<String>> reservers();

    /** Callers with ROLE_ADMIN, named as viewers are. */
    Optional<List<String>> admins();

    /** Whether grpc.health.v1 answers callers without credentials, as load balancers are. It tells no more than up or down. */
    @WithDefault("true")
    boolean openHealth();

    /** After this time a stream is ended with STREAM_TOO_OLD, to be opened anew; with its caller's credentials if those end before. */
    @WithDefault("1h")
    Duration streamAge();

    /** How far the clocks of an issuer and of this service may be apart. */
    @WithDefault("10s")
    Duration clockSkew();

    /** An OpenID Connect issuer, such as the API server of a Kubernetes cluster. */
    interface Issuer {

        /** Exactly as tokens have it in {@code iss}. */
        String url();

        /** What tokens must have in {@code aud}. */
        @WithDefault("emplace")
        String audience();

        /** Where its keys (JWKS) are: https, or a file. Unset, its discovery document says where. */
        Optional<URI> keys();

        /** How often the keys are read anew. A key that nobody knows makes that sooner. */
        @WithDefault("5m")
        Duration refresh();

        /** CA certificates (PEM) that vouch for the issuer's server; unset, those of the JVM. */
        Optional<Path> caFile();

        /** A file with the bearer token to ask for the keys with, which Kubernetes wants; read anew each time. */
        Optional<Path> tokenFile();

        /** The claim that lists a caller's groups. */
        @WithDefault("groups")
        String groupsClaim();
    }
}
