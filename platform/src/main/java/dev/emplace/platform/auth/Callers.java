package dev.emplace.platform.auth;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.emplace.platform.errors.Failure;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds out who makes a call: by its token, or, where it has none, by its connection's certificate. */
@Singleton
final class Callers {

    static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Tokens tokens;
    private final RoleBook roles;
    private final Clock clock = Clock.systemUTC();
    private final String accepted;

    Callers(AuthConfig config, TlsConfig tls, Tokens tokens) {
        this.tokens = tokens;
        this.roles = RoleBook.of(config);
        String token = tokens.areAccepted() ? "a bearer token" : "";
        String certificate = tls.clientCaFile().isPresent() ? "a client certificate" : "";
        this.accepted = token.isEmpty() || certificate.isEmpty() ? token + certificate : token + " or " + certificate;
    }

    /** Throws the {@link Failure} that tells a caller what is wrong with its credentials. */
    Caller of(ServerCall<?, ?> call, Metadata headers) {
        List<String> sent = sent(headers);
        Optional<String> address = CallerLimits.address(call);
        Caller caller = sent.isEmpty() ? byCertificate(call) : byToken(sent, address);
        return Behalf.named(headers, credentials -> reader(credentials, address))
                .map(caller::onBehalfOf)
                .orElse(caller);
    }

    private Caller byToken(List<String> sent, Optional<String> address) {
        // Two tokens are no choice: whoever put the second one there may not be whoever put the first one.
        if (sent.size() > 1) {
            throw UnauthenticatedException.of(TokenFault.MALFORMED);
        }
        TokenJudge.Proof proof = proof(sent.get(0), address);
        return new Caller(
                proof.caller(),
                roles.of(proof.names()),
                Optional.of(proof.expiry()),
                ImmutableSet.copyOf(proof.names()));
    }

    private Behalf.Reader reader(String credentials, Optional<String> address) {
        TokenJudge.Proof proof = proof(credentials, address);
        return new Behalf.Reader(ImmutableSet.copyOf(proof.names()), Optional.of(proof.expiry()));
    }

    private TokenJudge.Proof proof(String credentials, Optional<String> address) {
        String token = Bearer.tokenOf(credentials)
                .filter(any -> tokens.areAccepted())
                .orElseThrow(() -> UnauthenticatedException.of(TokenFault.MALFORMED));
        TokenJudge.Proof proof = tokens.proofOf(token, address);
        if (!clock.instant().isBefore(proof.expiry())) {
            throw UnauthenticatedException.of(TokenFault.EXPIRED);
        }
        return proof;
    }

    private Caller byCertificate(ServerCall<?, ?> call) {
        X509Certificate certificate = Certificates.of(call.getAttributes())
                .orElseThrow(() -> UnauthenticatedException.withoutCredentials(accepted));
        Instant expiry = certificate.getNotAfter().toInstant();
        // TLS looked when the connection began, which may be long ago.
        if (!clock.instant().isBefore(expiry)) {
            throw UnauthenticatedException.expired("certificate");
        }
        List<String> names = Certificates.names(certificate);
        return new Caller(names.get(0), roles.of(names), Optional.of(expiry), ImmutableSet.copyOf(names));
    }

    private static List<String> sent(Metadata headers) {
        Iterable<String> values = headers.getAll(AUTHORIZATION);
        return values == null ? List.of() : ImmutableList.copyOf(values);
    }
}
