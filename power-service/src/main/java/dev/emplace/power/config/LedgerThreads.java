package dev.emplace.power.config;

import io.opentelemetry.context.Context;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that write sites, and the one that polls. */
@Singleton
class LedgerThreads {
    private final ExecutorService writers;
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(named("emplace-poll"));

    LedgerThreads(LedgerConfig config) {
        this.writers = Executors.newFixedThreadPool(config.writers(), named("emplace-site"));
    }

    /** A batch is in the trace of the call that began it. */
    Executor writers() {
        return Context.taskWrapping((Executor) writers);
    }

    ScheduledExecutorService poller() {
        return poller;
    }

    @PreDestroy
    void stop() {
        poller.shutdownNow();
        // Batches under way end by themselves: their callers were waited for before.
        writers.shutdown();
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
