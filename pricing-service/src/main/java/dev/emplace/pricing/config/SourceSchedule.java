package dev.emplace.pricing.config;

import dev.emplace.pricing.domain.imports.ImportLimit;
import dev.emplace.pricing.domain.imports.SourceBook;
import dev.emplace.pricing.domain.imports.SourceState;
import dev.emplace.pricing.domain.sheets.SheetBook;
import dev.emplace.pricing.ingest.files.ScheduledImports;
import dev.emplace.pricing.ingest.files.Subscription;
import dev.emplace.pricing.ingest.files.Subscriptions;
import dev.emplace.pricing.ingest.files.UrlImport;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks again and again whether a source is due, and how the sources stand. */
@Singleton
final class SourceSchedule implements ScheduledImports.Listener {

    private static final Logger LOG = Logger.getLogger(SourceSchedule.class);

    private final ImportsConfig config;
    private final Subscriptions subscriptions;
    private final SourceBook sources;
    private final SheetBook sheets;
    private final SourceMetrics metrics;
    private final ScheduledImports imports;
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> thread(work, "source-import"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> thread(work, "source-schedule"));

    SourceSchedule(
            ImportsConfig config,
            Subscriptions subscriptions,
            UrlImport urls,
            ImportLimit limit,
            SourceBook sources,
            SheetBook sheets,
            SourceMetrics metrics) {
        this.config = config;
        this.subscriptions = subscriptions;
        this.sources = sources;
        this.sheets = sheets;
        this.metrics = metrics;
        this.imports = new ScheduledImports(subscriptions.all(), urls, limit, sources, workers, this);
        subscriptions.all().forEach(SourceSchedule::announce);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // look() throws nothing
    void begin(@Observes StartupEvent start) {
        timer.scheduleWithFixedDelay(this::look, 0, config.lookInterval().toMillis(), TimeUnit.MILLISECONDS);
    }

    void end(@Observes ShutdownEvent stop) {
        timer.shutdownNow();
        workers.shutdownNow();
    }

    @Override
    public void ended(String source, String problem) {
        if (problem.isEmpty()) {
            LOG.infof("The source %s was read", source);
        } else {
            LOG.warnf("The source %s could not be read: %s", source, problem);
        }
    }

    @Override
    public void failed(String source, Exception failure) {
        LOG.debugf(failure, "The source %s could not be read", source);
    }

    private void look() {
        try {
            metrics.show(publicSources());
            imports.look();
        } catch (RuntimeException failed) {
            // An exception would end the schedule. That the database is away, the catalog's refresh says.
            LOG.debug("The sources could not be looked at", failed);
        }
    }

    /** Whoever scrapes metrics sees them all, and would learn of contracted sheets. */
    private List<SourceState> publicSources() {
        var all = sources.all();
        var shared = subscriptions.sheets(sheets.all());
        return all.stream()
                .filter(source -> shared.of(source.source()).isEmpty())
                .toList();
    }

    private static void announce(Subscription subscription) {
        LOG.infof("The source %s is read every %s", subscription.source(), subscription.every());
    }

    private static Thread thread(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
