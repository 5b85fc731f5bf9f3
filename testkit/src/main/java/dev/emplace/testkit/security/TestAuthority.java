package dev.emplace.testkit.security;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A CA that writes what it issues into a folder: {@code NAME.pem}, {@code NAME-key.pem}, and its own {@code ca.pem}. */
public final class TestAuthority {

    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final Path folder;
    private final KeyPair keys;
    private final X509Certificate certificate;

    private TestAuthority(Path folder, KeyPair keys, X509Certificate certificate) {
        this.folder = folder;
        this.keys = keys;
        this.certificate = certificate;
    }

    /** {@code file} is what its own certificate is called. */
    public static TestAuthority create(Path folder, String file) {
        try {
            KeyPair keys = keys();
            X500Principal name = new X500Principal("CN=" + file);
            X509v3CertificateBuilder builder =
                    builder(name, name, keys, Clock.systemUTC().instant().plusSeconds(3600));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            X509Certificate certificate = signed(builder, keys);
            write(folder.resolve(file + ".pem"), "CERTIFICATE", certificate.getEncoded());
            return new TestAuthority(folder, keys, certificate);
        } catch (GeneralSecurityException | OperatorCreationException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** For a client called {@code name} or a server on loopback; {@code validSeconds} from now, negative if it is over. */
    public TestAuthority issue(String name, long validSeconds) {
        try {
            KeyPair subject = keys();
            X509v3CertificateBuilder builder = builder(
                    certificate.getSubjectX500Principal(),
                    new X500Principal("CN=" + name),
                    subject,
                    Clock.systemUTC().instant().plusSeconds(validSeconds));
            builder.addExtension(Extension.subjectAlternativeName, false, alternatives(name));
            write(
                    folder.resolve(name + ".pem"),
                    "CERTIFICATE",
                    signed(builder, keys).getEncoded());
            write(
                    folder.resolve(name + "-key.pem"),
                    "PRIVATE KEY",
                    subject.getPrivate().getEncoded());
            return this;
        } catch (GeneralSecurityException | OperatorCreationException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static GeneralNames alternatives(String name) {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.uniformResourceIdentifier, "spiffe://emplace.test/" + name),
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        });
    }

    private static X509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, KeyPair keys, Instant end) throws CertIOException {
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(SERIAL.getAndIncrement()),
                Date.from(Clock.systemUTC().instant().minusSeconds(86_400)),
                Date.from(end),
                subject,
                keys.getPublic());
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair keys)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    /** Written aside and moved, so that no reader sees half of it. */
    private static void write(Path file, String type, byte[] content) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(
                aside,
                "-----BEGIN " + type + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + type
                        + "-----\n");
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
