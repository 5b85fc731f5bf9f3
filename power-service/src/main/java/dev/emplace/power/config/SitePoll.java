package dev.emplace.power.config;

import dev.emplace.platform.errors.Failure;
import dev.emplace.power.domain.reservation.SiteBook;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Loads all sites at start, then keeps them fresh; the service is ready once they are loaded. */
@Readiness
@Singleton
class SitePoll implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(SitePoll.class);

    private final SiteBook book;
    private final LedgerThreads threads;
    private final LedgerConfig config;
    private final SiteMetrics metrics;

    SitePoll(SiteBook book, LedgerThreads threads, LedgerConfig config, SiteMetrics metrics) {
        this.book = book;
        this.threads = threads;
        this.config = config;
        this.metrics = metrics;
    }

    void atStart(@Observes StartupEvent event) {
        long millis = config.pollInterval().toMillis();
        var unused = threads.poller().scheduleWithFixedDelay(this::poll, 0, millis, TimeUnit.MILLISECONDS);
    }

    private void poll() {
        try {
            book.poll().join();
            metrics.show();
        } catch (Failure away) {
            LOG.warnf("Sites are not fresh: %s", away.getMessage());
        } catch (RuntimeException failed) {
            // Thrown on, it would end the schedule for good.
            LOG.error("Looking for changes of sites failed; it is tried again", failed);
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("sites loaded").status(book.isLoaded()).build();
    }
}
