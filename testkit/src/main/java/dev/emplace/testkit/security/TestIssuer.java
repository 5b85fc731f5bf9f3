package dev.emplace.testkit.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** An issuer of tokens whose keys lie in a folder, so that whoever knows the folder may issue. */
public final class TestIssuer {

    public static final String URL = "https://issuer.test";

    private static final String PRIVATE = "issuer-private.json";
    private static final String PUBLIC = "issuer-keys.json";

    private final PublicJsonWebKey key;

    private TestIssuer(PublicJsonWebKey key) {
        this.key = key;
    }

    /** A new key under this id; the folder then publishes it alone. */
    public static TestIssuer create(Path folder, String keyId) {
        try {
            PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(keyId);
            key.setAlgorithm("RS256");
            Files.writeString(folder.resolve(PRIVATE), key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            Files.writeString(published(folder), new JsonWebKeySet(key).toJson());
            return new TestIssuer(key);
        } catch (JoseException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static TestIssuer in(Path folder) {
        try {
            return new TestIssuer(PublicJsonWebKey.Factory.newPublicJwk(Files.readString(folder.resolve(PRIVATE))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The key set (JWKS), as an issuer publishes it. */
    public static Path published(Path folder) {
        return folder.resolve(PUBLIC);
    }

    /** A token for this subject that is as it should be, to be bent by the test. */
    public TestToken token(String subject) {
        return new TestToken(key, subject);
    }

    /** The same key id with another key behind it. */
    public TestIssuer forged() {
        try {
            PublicJsonWebKey other = RsaJwkGenerator.generateJwk(2048);
            other.setKeyId(key.getKeyId());
            return new TestIssuer(other);
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
