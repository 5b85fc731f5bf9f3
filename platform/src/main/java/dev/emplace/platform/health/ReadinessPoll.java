package dev.emplace.platform.health;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Asks the readiness checks again and again, and shows what they say as gRPC health. */
@Singleton
final class ReadinessPoll {

    private static final Logger LOG = Logger.getLogger(ReadinessPoll.class);

    private final SmallRyeHealthReporter checks;
    private final GrpcHealth health;
    private final HealthConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(ReadinessPoll::thread);

    ReadinessPoll(SmallRyeHealthReporter checks, GrpcHealth health, HealthConfig config) {
        this.checks = checks;
        this.health = health;
        this.config = config;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // check() throws nothing
    void begin(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        timer.scheduleWithFixedDelay(this::check, 0, config.interval().toNanos(), TimeUnit.NANOSECONDS);
    }

    void endBeforeTheDelay(@Observes ShutdownDelayInitiatedEvent delay) {
        end();
    }

    void endBeforeTheDrain(@Observes @Priority(1) ShutdownEvent stop) {
        end();
    }

    private void end() {
        timer.shutdown();
        health.stop();
    }

    private void check() {
        try {
            health.show(!checks.getReadiness().isDown());
        } catch (RuntimeException failed) {
            // An exception would end the schedule.
            LOG.warn("A readiness check failed", failed);
            health.show(false);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "emplace-health");
        thread.setDaemon(true);
        return thread;
    }
}
