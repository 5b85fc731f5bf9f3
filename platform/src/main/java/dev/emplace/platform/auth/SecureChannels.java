package dev.emplace.platform.auth;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannelBuilder;
import io.grpc.TlsChannelCredentials;
import io.grpc.util.AdvancedTlsX509TrustManager.Verification;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** Channels to other services, which know them and prove to them who this one is. */
@Singleton
public final class SecureChannels {

    private final OutgoingSecurityConfig config;
    private final ReloadedFiles files;

    SecureChannels(OutgoingSecurityConfig config, ReloadedFiles files) {
        this.config = config;
        this.files = files;
    }

    /** Throws where what is configured is not safe for this address, such as {@code dns:///pricing:9101}, or not readable. */
    public ManagedChannelBuilder<?> to(String address) {
        try {
            boolean confidential = isConfidential(address);
            refuseTokenInTheClear(address, confidential);
            ManagedChannelBuilder<?> builder = Grpc.newChannelBuilder(address, transport());
            builder.intercept(new Behalf(confidential)::send);
            if (config.tokenFile().isPresent()) {
                FileToken token = new FileToken();
                Path file = config.tokenFile().get();
                files.follow(List.of(file), config.reload(), () -> token.read(file));
                builder.intercept(token::send);
            }
            return builder;
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "emplace.outgoing.security.* cannot be used: " + broken.getMessage(), broken);
        }
    }

    private ChannelCredentials transport() throws IOException, GeneralSecurityException {
        if (config.caFile().isEmpty()) {
            return InsecureChannelCredentials.create();
        }
        TlsChannelCredentials.Builder tls = TlsChannelCredentials.newBuilder()
                .trustManager(files.trust(
                        config.caFile().get(), config.reload(), Verification.CERTIFICATE_AND_HOST_NAME_VERIFICATION));
        if (config.certificateFile().isPresent() && config.keyFile().isPresent()) {
            tls.keyManager(files.identity(
                    config.certificateFile().get(), config.keyFile().get(), config.reload()));
        }
        return tls.build();
    }

    private boolean isConfidential(String address) {
        return config.caFile().isPresent()
                || config.terminatedOutside()
                || Addresses.isLoopback(Addresses.host(address));
    }

    private void refuseTokenInTheClear(String address, boolean confidential) {
        if (config.tokenFile().isPresent() && !confidential) {
            throw new UnsafeSettingsException(List.of("the token of emplace.outgoing.security.token-file would go to "
                    + address
                    + " in the clear. Set emplace.outgoing.security.ca-file, or .terminated-outside=true where "
                    + "a mesh encrypts."));
        }
    }
}
