package dev.emplace.pricing.config;

import dev.emplace.platform.watch.Watches;
import dev.emplace.pricing.domain.catalog.BookChanges;
import dev.emplace.pricing.domain.catalog.BookNews;
import dev.emplace.pricing.domain.catalog.CatalogSnapshot;
import dev.emplace.pricing.domain.catalog.LiveCatalog;
import dev.emplace.pricing.domain.catalog.OfferChange;
import dev.emplace.pricing.domain.catalog.PriceBook;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.catalog.Statement;
import dev.emplace.pricing.ingest.bundled.BundledCatalog;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Publishes the bundled catalog at start, then lays over the snapshot, off the request path, what changes in the price
 * book: as soon as there is news of it, and at each look.
 */
@Singleton
final class CatalogRefresh {

    private static final Logger LOG = Logger.getLogger(CatalogRefresh.class);
    private static final Duration SHOWN_ANEW = Duration.ofSeconds(5);
    private static final Duration SHOWN_AT_LEAST = Duration.ofMinutes(1);

    private final CatalogConfig config;
    private final PriceBook book;
    private final BundledCatalog bundled;
    private final Reference reference;
    private final LiveCatalog live;
    private final CatalogMetrics metrics;
    private final BookNews news;
    private final Watches<OfferChange> watches;
    private final AtomicBoolean woken = new AtomicBoolean();
    private boolean bookAnswers = true;
    private boolean shown = true;
    private long lastShown = System.nanoTime();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(CatalogRefresh::thread);

    CatalogRefresh(
            CatalogConfig config,
            PriceBook book,
            BookNews news,
            BundledCatalog bundled,
            Reference reference,
            LiveCatalog live,
            CatalogMetrics metrics,
            Watches<OfferChange> watches) {
        this.config = config;
        this.book = book;
        this.news = news;
        this.bundled = bundled;
        this.reference = reference;
        this.live = live;
        this.metrics = metrics;
        this.watches = watches;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // refresh() throws nothing
    void begin(@Observes StartupEvent start) {
        if (config.publishBundled()) {
            book.publish(
                    bundled.feed(), bundled.offers().stream().map(Statement::of).iterator());
        }
        load();
        news.follow(this::wake);
        timer.scheduleWithFixedDelay(
                this::refresh,
                config.pollInterval().toMillis(),
                config.pollInterval().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void end(@Observes ShutdownEvent stop) {
        timer.shutdownNow();
    }

    private void wake() {
        if (!timer.isShutdown() && woken.compareAndSet(false, true)) {
            timer.execute(() -> {
                woken.set(false);
                refresh();
            });
        }
    }

    private void refresh() {
        try {
            apply(book.changesSince(live.snapshot().mark()));
            metrics.checked();
            say(true);
        } catch (RuntimeException failed) {
            // An exception would end the schedule.
            say(false);
            LOG.debug("The catalog could not be refreshed", failed);
        }
    }

    private void apply(BookChanges changes) {
        var before = live.snapshot();
        if (changes.changesNothing(before.mark())) {
            showAfter(SHOWN_ANEW);
            return;
        }
        var changed = before.with(changes);
        live.replace(changed);
        watches.news();
        if (!changes.mark().observed().equals(before.mark().observed())) {
            live.replace(changed.rebased());
        }
        shown = false;
        showAfter(SHOWN_AT_LEAST);
        LOG.debugf("The catalog is at revision %d with %d offers", changed.revision(), changed.size());
    }

    /** Counting all offers takes as long as many changes do: seldom, and between them, unless they never end. */
    private void showAfter(Duration least) {
        if (!shown && System.nanoTime() - lastShown >= least.toNanos()) {
            metrics.show(live.snapshot().offers());
            lastShown = System.nanoTime();
            shown = true;
        }
    }

    /** Said once when it changes: looks are many, and an outage is one. */
    private void say(boolean answers) {
        if (answers && !bookAnswers) {
            LOG.info("The price book answers again");
        } else if (!answers && bookAnswers) {
            LOG.warn("The price book does not answer; until it does, the last snapshot answers all reads");
        }
        bookAnswers = answers;
    }

    private void load() {
        var published = book.read();
        var snapshot = new CatalogSnapshot(reference.accelerators(), published);
        live.replace(snapshot);
        watches.news();
        metrics.show(snapshot.offers());
        LOG.infof("The catalog is at revision %d with %d offers", snapshot.revision(), snapshot.size());
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "catalog-refresh");
        thread.setDaemon(true);
        return thread;
    }
}
