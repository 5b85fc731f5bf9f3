package dev.emplace.platform.auth;

import io.grpc.Attributes;
import io.grpc.Grpc;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** The client certificate of a connection, which TLS has verified already. */
final class Certificates {

    private static final int DNS_NAME = 2;
    private static final int URI_NAME = 6;
    static final String PREFIX = "certificate:";

    private Certificates() {}

    static Optional<X509Certificate> of(Attributes connection) {
        @Nullable SSLSession session = connection.get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        if (session == null) {
            return Optional.empty();
        }
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    /**
     * Every name that it gives its holder, the most telling one first: URI (SPIFFE), DNS, CN, the whole subject. Each with
     * its kind, since a CA that checks one kind may let its clients choose another.
     */
    static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        alternatives(certificate, URI_NAME).forEach(name -> names.add(PREFIX + "uri:" + name));
        alternatives(certificate, DNS_NAME).forEach(name -> names.add(PREFIX + "dns:" + name));
        commonNames(certificate).forEach(name -> names.add(PREFIX + "cn:" + name));
        names.add(PREFIX + "dn:" + certificate.getSubjectX500Principal().getName());
        return names;
    }

    private static List<String> alternatives(X509Certificate certificate, int type) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.get(0).equals(type))
                            .map(name -> (String) name.get(1))
                            .toList();
        } catch (CertificateParsingException malformed) {
            return List.of();
        }
    }

    private static List<String> commonNames(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .toList();
        } catch (InvalidNameException malformed) {
            return List.of();
        }
    }
}
