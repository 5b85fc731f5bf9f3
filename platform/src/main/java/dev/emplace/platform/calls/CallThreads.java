package dev.emplace.platform.calls;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for blocking work: virtual ones where the JDK has them (21), else pooled ones. They are our own, since those of
 * Quarkus carry the Vert.x context of the call along, whose request scope ends under running work when the call is
 * cancelled.
 */
@Singleton
final class CallThreads implements Executor {

    private static final String NAME = "emplace-call-";

    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final ExecutorService threads = virtualThreadsOrPool();

    @Override
    public void execute(Runnable work) {
        threads.execute(() -> {
            Thread.currentThread().setContextClassLoader(loader);
            work.run();
        });
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    private static ExecutorService virtualThreadsOrPool() {
        if (Runtime.version().feature() < 21) {
            // As many threads as calls run at the same time, which Lane bounds.
            return Executors.newCachedThreadPool(new NamedDaemons());
        }
        try {
            // Thread.ofVirtual().name("emplace-call-", 1).factory(), which 17 does not know.
            Object threads = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> builder = Class.forName("java.lang.Thread$Builder$OfVirtual");
            builder.getMethod("name", String.class, long.class).invoke(threads, NAME, 1L);
            ThreadFactory named = (ThreadFactory) builder.getMethod("factory").invoke(threads);
            return (ExecutorService) Executors.class
                    .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                    .invoke(null, named);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("JDK 21 and later have virtual threads", impossible);
        }
    }

    private static final class NamedDaemons implements ThreadFactory {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, NAME + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }
    }
}
