package dev.emplace.cli.option;

import dev.emplace.cli.remote.Security;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How to reach a service that is not open: by TLS, with a token or a certificate. */
final class SecurityOptions {

    @Option(names = "--tls", description = "encrypt, and trust the CAs of the JVM")
    private boolean tls;

    @Option(
            names = "--ca-file",
            paramLabel = "PEM",
            defaultValue = "${env:EMPLACE_CA_FILE:-}",
            description = "encrypt, and trust these CA certificates (or EMPLACE_CA_FILE)")
    private String authorities = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            defaultValue = "${env:EMPLACE_TOKEN_FILE:-}",
            description = "bearer token to call with (or EMPLACE_TOKEN_FILE)")
    private String token = "";

    @Option(
            names = "--certificate-file",
            paramLabel = "PEM",
            defaultValue = "${env:EMPLACE_CERTIFICATE_FILE:-}",
            description = "client certificate to call with (or EMPLACE_CERTIFICATE_FILE)")
    private String certificate = "";

    @Option(
            names = "--key-file",
            paramLabel = "PEM",
            defaultValue = "${env:EMPLACE_KEY_FILE:-}",
            description = "the certificate's private key, PKCS#8 (or EMPLACE_KEY_FILE)")
    private String key = "";

    Security security() {
        return new Security(tls, path(authorities), path(token), path(certificate), path(key));
    }

    private static Optional<Path> path(String given) {
        return given.isBlank() ? Optional.empty() : Optional.of(Path.of(given));
    }
}
