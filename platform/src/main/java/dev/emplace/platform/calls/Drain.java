package dev.emplace.platform.calls;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Lets calls in flight finish before the server goes, for as long as configured. */
@Singleton
final class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);

    private final CallsInFlight calls;
    private final CallsConfig config;

    Drain(CallsInFlight calls, CallsConfig config) {
        this.calls = calls;
        this.config = config;
    }

    void finishCalls(@Observes @Priority(10) ShutdownEvent stop) {
        int cut = calls.drain(config.drainTimeout());
        if (cut > 0) {
            LOG.warnf("Stopping with %d calls unfinished after %s", cut, config.drainTimeout());
        }
    }
}
