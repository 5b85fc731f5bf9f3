package dev.emplace.pricing.domain.imports;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * How many imports run at once, how many rows each may have, and how long it may wait for its caller: each keeps its rows in memory, its bytes on disk,
 * a connection for its lease, and a worker.
 */
public final class ImportLimit {

    private final int most;
    private final Semaphore free;
    private final int rows;
    private final Duration silence;

    public ImportLimit(int most, int rows, Duration silence) {
        if (most < 1) {
            throw new IllegalArgumentException("emplace.pricing.imports.at-once is " + most + "; at least 1 is needed");
        }
        this.most = most;
        this.free = new Semaphore(most);
        this.rows = rows;
        this.silence = silence;
    }

    /** The most rows of one import. */
    public int rows() {
        return rows;
    }

    /** How long a caller may send nothing. */
    public Duration silence() {
        return silence;
    }

    /** Runs at once, or not at all: a TooManyImportsException where as many run as may. */
    public <T> T now(Callable<T> work) throws Exception {
        if (!free.tryAcquire()) {
            throw new TooManyImportsException(most);
        }
        return acquired(work);
    }

    /** Runs as soon as it may. */
    public <T> T whenFree(Callable<T> work) throws Exception {
        free.acquire();
        return acquired(work);
    }

    private <T> T acquired(Callable<T> work) throws Exception {
        try {
            return work.call();
        } finally {
            free.release();
        }
    }
}
