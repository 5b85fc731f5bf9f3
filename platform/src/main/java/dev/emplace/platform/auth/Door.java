package dev.emplace.platform.auth;

import jakarta.inject.Singleton;

/** Whether callers are asked who they are. */
@Singleton
final class Door {

    private final boolean open;

    Door(AuthConfig auth, TlsConfig tls) {
        this.open = isOpen(auth, tls);
    }

    boolean isOpen() {
        return open;
    }

    static boolean isOpen(AuthConfig auth, TlsConfig tls) {
        return auth.mode()
                .map(mode -> mode == AuthMode.NONE)
                .orElseGet(() -> auth.issuers().isEmpty() && tls.clientCaFile().isEmpty());
    }
}
