package dev.emplace.platform.auth;

import dev.emplace.api.access.v1.Role;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What makes settings unsafe, each in a sentence that says what to do. */
final class SettingsCheck {

    private static final Pattern ISSUER_NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern CERTIFICATE_NAME = Pattern.compile("certificate:(uri|dns|cn|dn):.+");

    private static final String MEMBERS = "emplace.auth.viewers, .publishers, .reservers or .admins";

    private final AuthConfig auth;
    private final TlsConfig tls;
    private final List<String> problems = new ArrayList<>();

    private SettingsCheck(AuthConfig auth, TlsConfig tls) {
        this.auth = auth;
        this.tls = tls;
    }

    /** {@code hosts} by the setting that names each; the first one is that of the gRPC port. */
    static List<String> problems(AuthConfig auth, TlsConfig tls, String grpcHost, String managementHost) {
        SettingsCheck check = new SettingsCheck(auth, tls);
        if (Door.isOpen(auth, tls)) {
            check.openDoor(grpcHost, managementHost);
        } else {
            check.sources();
            check.issuers();
            check.members();
            check.confidentiality(grpcHost);
        }
        check.files();
        return check.problems;
    }

    private void openDoor(String grpcHost, String managementHost) {
        if (auth.mode().isPresent()) {
            refuseIf(
                    !auth.issuers().isEmpty() || tls.clientCaFile().isPresent(),
                    "emplace.auth.mode=none contradicts emplace.auth.issuers and emplace.tls.client-ca-file. Remove one "
                            + "or the other.");
            return;
        }
        List<String> openings = new ArrayList<>();
        Map.of("quarkus.grpc.server.host", grpcHost, "quarkus.management.host", managementHost)
                .forEach((setting, host) -> {
                    if (!Addresses.isLoopback(host)) {
                        openings.add(setting + "=" + host);
                    }
                });
        openings.sort(String::compareTo);
        refuseIf(
                !openings.isEmpty(),
                String.join(" and ", openings) + " would listen beyond loopback, without authentication. Configure "
                        + "emplace.auth.issuers or emplace.tls.client-ca-file, listen on 127.0.0.1, or set "
                        + "emplace.auth.mode=none to let anyone who reaches the port call every method.");
    }

    private void sources() {
        refuseIf(
                auth.issuers().isEmpty() && tls.clientCaFile().isEmpty(),
                "emplace.auth.mode=required, and nothing to check callers by. Configure emplace.auth.issuers.NAME.url or "
                        + "emplace.tls.client-ca-file.");
    }

    private void issuers() {
        auth.issuers().forEach((name, issuer) -> {
            String setting = "emplace.auth.issuers." + name;
            refuseIf(
                    !ISSUER_NAME.matcher(name).matches() || Certificates.PREFIX.equals(name + ":"),
                    setting + ": '" + name
                            + "' is no name for an issuer. Use lower-case letters, digits and hyphens, and "
                            + "not 'certificate'.");
            refuseIf(issuer.audience().isBlank(), setting + ".audience is blank: it would accept tokens for anybody.");
            refuseIf(
                    !issuer.keys().map(Addresses::isConfidential).orElseGet(() -> isConfidential(issuer.url())),
                    setting + ": its keys would be read from "
                            + issuer.keys().map(Object::toString).orElse(issuer.url())
                            + ", where anybody on the way may change them. Use https or a file.");
        });
        refuseIf(
                auth.issuers().values().stream()
                                .map(AuthConfig.Issuer::url)
                                .distinct()
                                .count()
                        < auth.issuers().size(),
                "two of emplace.auth.issuers have the same url. Tokens could not be told apart: remove one.");
    }

    private void members() {
        Map<Role, List<String>> members = RoleBook.members(auth);
        refuseIf(
                members.values().stream().allMatch(List::isEmpty),
                "callers are authenticated, and none holds a role: every call would be refused. Set emplace.auth.viewers, "
                        + ".publishers, .reservers or .admins.");
        members.values().stream().flatMap(List::stream).distinct().sorted().forEach(this::member);
    }

    private void member(String name) {
        boolean known = CERTIFICATE_NAME.matcher(name).matches()
                || auth.issuers().keySet().stream()
                        .anyMatch(issuer -> name.startsWith(issuer + ":sub:") || name.startsWith(issuer + ":group:"));
        refuseIf(
                !known,
                "'" + name + "' in " + MEMBERS + " names nobody. Write "
                        + "ISSUER:sub:SUBJECT or ISSUER:group:GROUP with one of emplace.auth.issuers, or "
                        + "certificate:uri:NAME (also dns, cn, dn).");
        refuseIf(
                name.endsWith("*") && !name.endsWith(":*") && !name.endsWith("/*"),
                "'" + name + "' in " + MEMBERS
                        + " gives a role to every name that begins so. End it in ':*' or '/*', or "
                        + "write the name whole.");
    }

    private void confidentiality(String grpcHost) {
        refuseIf(
                tls.certificateFile().isEmpty() && !tls.terminatedOutside() && !Addresses.isLoopback(grpcHost),
                "quarkus.grpc.server.host=" + grpcHost
                        + " would receive tokens in the clear. Set emplace.tls.certificate-file "
                        + "and .key-file, or emplace.tls.terminated-outside=true where a mesh or proxy encrypts.");
    }

    private void files() {
        refuseIf(
                tls.certificateFile().isPresent() != tls.keyFile().isPresent(),
                "emplace.tls.certificate-file and emplace.tls.key-file belong together: set both or neither.");
        refuseIf(
                tls.clientCaFile().isPresent() && tls.certificateFile().isEmpty(),
                "emplace.tls.client-ca-file needs emplace.tls.certificate-file: client certificates come with TLS only.");
        refuseIf(
                tls.clientCertificateRequired() && tls.clientCaFile().isEmpty(),
                "emplace.tls.client-certificate-required needs emplace.tls.client-ca-file.");
        readable("emplace.tls.certificate-file", tls.certificateFile());
        readable("emplace.tls.key-file", tls.keyFile());
        readable("emplace.tls.client-ca-file", tls.clientCaFile());
    }

    private void readable(String setting, Optional<Path> file) {
        file.ifPresent(path -> refuseIf(!Files.isReadable(path), setting + "=" + path + " cannot be read."));
    }

    private static boolean isConfidential(String url) {
        try {
            return Addresses.isConfidential(URI.create(url));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private void refuseIf(boolean unsafe, String problem) {
        if (unsafe) {
            problems.add(problem);
        }
    }
}
