package dev.emplace.platform.lifecycle;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/** Ends the service when its standard input closes, which the kernel does when the launcher dies, however it dies. */
@ApplicationScoped
class StandardInputWatch {

    private static final Logger LOG = Logger.getLogger(StandardInputWatch.class);

    private final LifecycleConfig config;

    StandardInputWatch(LifecycleConfig config) {
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.endWithStandardInput()) {
            Thread watch = new Thread(() -> await(System.in), "standard-input-watch");
            watch.setDaemon(true);
            watch.start();
        }
    }

    private static void await(InputStream input) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.debug("Standard input broke, which ends it too", e);
        }
        LOG.info("Standard input is closed: the launcher is gone, ending");
        Quarkus.asyncExit();
    }
}
