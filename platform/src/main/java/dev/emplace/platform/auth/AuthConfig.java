package dev.emplace.platform.auth;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Whether callers are told apart. */
@ConfigMapping(prefix = "emplace.auth")
public interface AuthConfig {

    /** Unset means no authentication, which is accepted on loopback only. */
    Optional<AuthMode> mode();
}
