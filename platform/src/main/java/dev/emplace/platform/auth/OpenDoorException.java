package dev.emplace.platform.auth;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;

/** A service would listen beyond loopback without knowing its callers. */
public final class OpenDoorException extends ConfigurationException {

    OpenDoorException(List<String> openings) {
        super("Refusing to start: " + String.join(" and ", openings) + " would listen beyond loopback, without "
                + "authentication. Listen on 127.0.0.1, or set emplace.auth.mode=none to let anyone who reaches the "
                + "port call every method.");
    }
}
