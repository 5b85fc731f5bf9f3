package dev.emplace.platform.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Removes history that is too old: now and then, on a thread of its own, in batches with rests between. */
@Singleton
final class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    private final List<Swept> histories;
    private final RetentionConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Sweep::thread);

    Sweep(Instance<History> histories, RetentionConfig config, MeterRegistry registry) {
        this.histories =
                histories.stream().map(history -> new Swept(history, registry)).toList();
        this.config = config;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // each history's failure is its own
    void begin(@Observes StartupEvent start) {
        if (!histories.isEmpty()) {
            long nanos = config.interval().toNanos();
            timer.scheduleWithFixedDelay(() -> histories.forEach(this::sweep), 0, nanos, TimeUnit.NANOSECONDS);
        }
    }

    void end(@Observes ShutdownEvent stop) {
        timer.shutdownNow();
    }

    private void sweep(Swept swept) {
        try {
            while (swept.remove(config.batchRows()) > 0) {
                TimeUnit.NANOSECONDS.sleep(config.pause().toNanos());
            }
            swept.look();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException failed) {
            // An exception would end the schedule; what is too old stays until the next look.
            LOG.warnf("History of %s could not be removed: %s", swept.history.name(), failed.getMessage());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "emplace-retention");
        thread.setDaemon(true);
        return thread;
    }

    /** A history and what is measured of it. */
    private static final class Swept {
        private final History history;
        private final Counter removed;
        private volatile Duration oldest = Duration.ZERO;

        Swept(History history, MeterRegistry registry) {
            this.history = history;
            this.removed = Counter.builder("emplace.retention.removed")
                    .description("Rows of a history that this replica removed because they were too old")
                    .baseUnit("rows")
                    .tag("history", history.name())
                    .register(registry);
            Gauge.builder("emplace.retention.oldest.age", this, swept -> swept.oldest.toSeconds())
                    .description("Age of the oldest entry of a history, at the last look")
                    .baseUnit("seconds")
                    .tag("history", history.name())
                    .register(registry);
        }

        int remove(int rows) throws SQLException {
            int count = history.remove(rows);
            removed.increment(count);
            return count;
        }

        void look() throws SQLException {
            oldest = history.age();
        }
    }
}
