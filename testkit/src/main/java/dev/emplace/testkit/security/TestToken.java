package dev.emplace.testkit.security;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** A token in the making: as it should be, apart from what is said otherwise. */
public final class TestToken {

    private final PublicJsonWebKey key;
    private final JwtClaims claims = new JwtClaims();
    private String keyId;

    TestToken(PublicJsonWebKey key, String subject) {
        this.key = key;
        this.keyId = key.getKeyId();
        claims.setIssuer(TestIssuer.URL);
        claims.setSubject(subject);
        claims.setAudience("emplace");
        claims.setExpirationTimeMinutesInTheFuture(10);
    }

    public TestToken audience(String... audience) {
        claims.setAudience(audience);
        return this;
    }

    public TestToken issuer(String issuer) {
        claims.setIssuer(issuer);
        return this;
    }

    public TestToken groups(String... groups) {
        claims.setStringListClaim("groups", List.of(groups));
        return this;
    }

    /** Negative where it has expired already. */
    public TestToken endsIn(long seconds) {
        claims.setExpirationTime(secondsFromNow(seconds));
        return this;
    }

    public TestToken beginsIn(long seconds) {
        claims.setNotBefore(secondsFromNow(seconds));
        return this;
    }

    public TestToken without(String claim) {
        claims.unsetClaim(claim);
        return this;
    }

    public TestToken keyId(String other) {
        keyId = other;
        return this;
    }

    public String signed() {
        return signed(AlgorithmIdentifiers.RSA_USING_SHA256, key.getPrivateKey());
    }

    /** With {@code alg=none} and an empty signature. */
    public String unsigned() {
        String header = "{\"alg\":\"none\",\"kid\":\"" + keyId + "\"}";
        return base64(header) + "." + base64(claims.toJson()) + ".";
    }

    /** With the public key taken for a shared secret, which fools checks that let the token choose its algorithm. */
    public String signedWithThePublicKeyAsSecret() {
        return signed(
                AlgorithmIdentifiers.HMAC_SHA256, new HmacKey(key.getPublicKey().getEncoded()));
    }

    private String signed(String algorithm, Key with) {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setAlgorithmHeaderValue(algorithm);
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setKeyIdHeaderValue(keyId);
        token.setKey(with);
        try {
            return token.getCompactSerialization();
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static NumericDate secondsFromNow(long seconds) {
        NumericDate time = NumericDate.now();
        time.addSeconds(seconds);
        return time;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
