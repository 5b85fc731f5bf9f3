package dev.emplace.platform.echo;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Where blocked echoes wait, so that tests decide when they go on and count how many started. */
@Singleton
public class Gate {

    private final Semaphore passes = new Semaphore(0);
    private final AtomicInteger started = new AtomicInteger();

    void pass() throws InterruptedException {
        started.incrementAndGet();
        passes.acquire();
    }

    public void open(int calls) {
        passes.release(calls);
    }

    /** Lets those pass who still wait from an earlier test, and nobody after them. */
    public void clear() {
        while (passes.hasQueuedThreads()) {
            passes.release(passes.getQueueLength());
            Thread.onSpinWait();
        }
        passes.drainPermits();
    }

    public int started() {
        return started.get();
    }

    public int waiting() {
        return passes.getQueueLength();
    }
}
