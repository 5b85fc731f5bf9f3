package dev.emplace.cli.remote;

import dev.emplace.cli.CliException;
import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptor;
import io.grpc.InsecureChannelCredentials;
import io.grpc.Metadata;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a connection is encrypted, and who it says that we are.
 *
 * @param tls whether to encrypt; so where any of the certificates is given
 * @param authorities CA certificates that vouch for the service; those of the JVM where there are none
 * @param certificate our certificate; with its key, or neither
 */
public record Security(
        boolean tls, Optional<Path> authorities, Optional<Path> token, Optional<Path> certificate, Optional<Path> key) {

    /** In the clear and as nobody, as the suite that {@code emplace up} starts is called. */
    public static final Security NONE =
            new Security(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    public Security {
        if (certificate.isPresent() != key.isPresent()) {
            throw new CliException("--certificate-file and --key-file belong together: give both or neither");
        }
        tls = tls || authorities.isPresent() || certificate.isPresent();
    }

    ChannelCredentials credentials(String host) {
        if (!tls) {
            refuseTokenInTheClear(host);
            return InsecureChannelCredentials.create();
        }
        TlsChannelCredentials.Builder builder = TlsChannelCredentials.newBuilder();
        try {
            if (authorities.isPresent()) {
                builder.trustManager(authorities.get().toFile());
            }
            if (certificate.isPresent() && key.isPresent()) {
                builder.keyManager(certificate.get().toFile(), key.get().toFile());
            }
        } catch (IOException unreadable) {
            throw new CliException("a certificate or key cannot be read: " + unreadable.getMessage(), unreadable);
        }
        return builder.build();
    }

    List<ClientInterceptor> interceptors() {
        return token.map(Security::bearer).map(List::of).orElse(List.of());
    }

    private static ClientInterceptor bearer(Path file) {
        Metadata headers = new Metadata();
        try {
            headers.put(AUTHORIZATION, "Bearer " + Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new CliException("--token-file " + file + " cannot be read", unreadable);
        }
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    private void refuseTokenInTheClear(String host) {
        if (token.isPresent() && !isLoopback(host)) {
            throw new CliException("--token-file would be sent to " + host
                    + " in the clear; add --tls, or --ca-file with " + "the service's CA");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
