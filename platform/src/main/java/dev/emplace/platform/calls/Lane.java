package dev.emplace.platform.calls;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Runs a bounded number of tasks at the same time, and keeps a bounded number of others waiting, first come first served. */
final class Lane {

    private final Executor threads;
    private final int concurrency;
    private final int capacity;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    Lane(Executor threads, int concurrency, int capacity) {
        if (concurrency < 1 || capacity < 0) {
            throw new IllegalArgumentException("emplace.calls.concurrency is " + concurrency
                    + " and emplace.calls.queue is " + capacity + "; they must be at least 1 and 0");
        }
        this.threads = threads;
        this.concurrency = concurrency;
        this.capacity = capacity;
    }

    /** Starts the task, or lets it wait; false where as many wait already as may. */
    boolean admit(Runnable task) {
        synchronized (this) {
            if (running == concurrency) {
                return waiting.size() < capacity && waiting.add(task);
            }
            running++;
        }
        start(task);
        return true;
    }

    /** Takes back a task that has not started. */
    synchronized boolean withdraw(Runnable task) {
        return waiting.remove(task);
    }

    synchronized int running() {
        return running;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    int concurrency() {
        return concurrency;
    }

    int capacity() {
        return capacity;
    }

    private void start(Runnable task) {
        try {
            threads.execute(() -> runFrom(task));
        } catch (RuntimeException refused) {
            synchronized (this) {
                running--;
            }
            throw refused;
        }
    }

    private void runFrom(Runnable first) {
        for (Runnable task = first; task != null; task = next()) {
            task.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = waiting.poll();
        if (task == null) {
            running--;
        }
        return task;
    }
}
