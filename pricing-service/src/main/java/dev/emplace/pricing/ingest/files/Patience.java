package dev.emplace.pricing.ingest.files;

import dev.emplace.pricing.domain.imports.SourceUnreachableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a source's server is waited for.
 *
 * @param connect until a connection stands
 * @param answer until an answer begins
 * @param silence until the next bytes of a body
 * @param attempts how often a page is asked for in all
 * @param firstPause before the second attempt; doubled before each further one
 * @param longestPause however long the server asks for
 * @param total for all pages, so that a server that drips holds nobody for good
 */
public record Patience(
        Duration connect,
        Duration answer,
        Duration silence,
        int attempts,
        Duration firstPause,
        Duration longestPause,
        Duration total) {

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "import-silence");
        thread.setDaemon(true);
        return thread;
    });

    /** When it is over, from now on. */
    End end() {
        long start = System.nanoTime();
        return uri -> {
            if (System.nanoTime() - start > total.toNanos()) {
                throw new SourceUnreachableException(String.valueOf(uri.getHost()), "takes longer than " + total);
            }
        };
    }

    Duration afterAttempt(int attempt) {
        return Download.shorter(firstPause.multipliedBy(1L << Math.min(attempt - 1, 20)), longestPause);
    }

    /** What a server asks for counts, up to the longest pause; a date counts as nothing said. */
    Duration asked(Optional<String> retryAfter, Duration otherwise) {
        return retryAfter
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .map(pause -> Download.shorter(pause, longestPause))
                .orElse(otherwise);
    }

    /** Closes a body that is silent for too long, so that whoever reads it gets an exception. */
    Download.Watch watch(InputStream body) {
        var last = new AtomicLong(System.nanoTime());
        var task = TIMER.scheduleWithFixedDelay(
                () -> {
                    if (System.nanoTime() - last.get() > silence.toNanos()) {
                        close(body);
                    }
                },
                silence.toMillis(),
                Math.max(1, silence.toMillis() / 4),
                TimeUnit.MILLISECONDS);
        return new Download.Watch() {
            @Override
            public void moved() {
                last.set(System.nanoTime());
            }

            @Override
            public void close() {
                task.cancel(false);
            }
        };
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyBroken) {
            // The reader learns of it too.
        }
    }

    /** A SourceUnreachableException once a server has taken too long. */
    @FunctionalInterface
    interface End {
        void require(URI uri);
    }
}
