package dev.emplace.platform.retention;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;

/** A history is set to be kept for less time than callers may rely on. */
public final class ShortHistoryException extends ConfigurationException {
    ShortHistoryException(String history, Duration kept, Duration least) {
        super("Refusing to start: the history of " + history + " is set to be kept for " + kept.toSeconds()
                + " s; keep it for at least " + least.toHours() + "h: until then callers may repeat a request_id");
    }
}
