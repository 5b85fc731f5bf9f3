package dev.emplace.platform.auth;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;

/** A service would let in whom nobody meant to. */
public final class UnsafeSettingsException extends ConfigurationException {

    UnsafeSettingsException(List<String> problems) {
        super("Refusing to start: " + String.join(" Also: ", problems));
    }
}
