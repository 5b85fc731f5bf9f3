package dev.emplace.platform.auth;

import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/** Judges the tokens of one issuer: signature first, then what they claim. */
final class TokenJudge {

    /** Asymmetric only: with a shared secret every service that checks tokens could issue them. */
    static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
            AlgorithmIdentifiers.EDDSA);

    private final String name;
    private final AuthConfig.Issuer issuer;
    private final IssuerKeys keys;
    private final Duration clockSkew;

    TokenJudge(String name, AuthConfig.Issuer issuer, IssuerKeys keys, Duration clockSkew) {
        this.name = name;
        this.issuer = issuer;
        this.keys = keys;
        this.clockSkew = clockSkew;
    }

    /** What a token proves, once it does. */
    record Proof(String caller, List<String> names, Instant expiry) {}

    Proof judge(JwtContext parsed) {
        Key key = keyOf(parsed.getJoseObjects().get(0));
        try {
            consumer(key).processContext(parsed);
            return proof(parsed.getJwtClaims());
        } catch (InvalidJwtException refused) {
            throw UnauthenticatedException.of(fault(refused));
        } catch (MalformedClaimException malformed) {
            throw UnauthenticatedException.of(TokenFault.CLAIMS);
        }
    }

    private Key keyOf(JsonWebStructure token) {
        if (!(token instanceof JsonWebSignature signed)) {
            throw UnauthenticatedException.of(TokenFault.MALFORMED);
        }
        try {
            ALGORITHMS.checkConstraint(signed.getAlgorithmHeaderValue());
        } catch (JoseException refused) {
            throw UnauthenticatedException.of(TokenFault.ALGORITHM);
        }
        try {
            return keys.keyOf(signed).orElseThrow(() -> UnauthenticatedException.of(TokenFault.UNKNOWN_KEY));
        } catch (JoseException malformed) {
            throw UnauthenticatedException.of(TokenFault.MALFORMED);
        }
    }

    private JwtConsumer consumer(Key key) {
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setJwsAlgorithmConstraints(ALGORITHMS)
                .setExpectedIssuer(issuer.url())
                .setExpectedAudience(issuer.audience())
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds((int) clockSkew.toSeconds())
                .build();
    }

    private Proof proof(JwtClaims claims) throws MalformedClaimException {
        String caller = name + ":sub:" + claims.getSubject();
        List<String> names = new ArrayList<>(List.of(caller));
        if (claims.hasClaim(issuer.groupsClaim())) {
            claims.getStringListClaimValue(issuer.groupsClaim()).forEach(group -> names.add(name + ":group:" + group));
        }
        return new Proof(
                caller,
                names,
                Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis())
                        .plus(clockSkew));
    }

    private static TokenFault fault(InvalidJwtException refused) {
        if (refused.hasErrorCode(ErrorCodes.SIGNATURE_INVALID) || refused.hasErrorCode(ErrorCodes.SIGNATURE_MISSING)) {
            return TokenFault.SIGNATURE;
        }
        if (refused.hasErrorCode(ErrorCodes.EXPIRED)) {
            return TokenFault.EXPIRED;
        }
        if (refused.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
            return TokenFault.NOT_YET_VALID;
        }
        if (refused.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || refused.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return TokenFault.AUDIENCE;
        }
        return TokenFault.CLAIMS;
    }
}
