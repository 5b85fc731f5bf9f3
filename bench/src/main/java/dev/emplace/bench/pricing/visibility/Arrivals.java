package dev.emplace.bench.pricing.visibility;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** When each revision was told to each of a number of watchers. */
final class Arrivals {

    private final int watchers;
    private final Map<Long, OfRevision> revisions = new ConcurrentHashMap<>();

    private record OfRevision(Queue<Long> times, CountDownLatch missing) {}

    Arrivals(int watchers) {
        this.watchers = watchers;
    }

    void told(long revision) {
        OfRevision arrived = of(revision);
        arrived.times.add(System.nanoTime());
        arrived.missing.countDown();
    }

    /** Times by {@link System#nanoTime}, once all watchers were told. */
    List<Long> awaitAll(long revision, Duration longest) throws InterruptedException {
        OfRevision arrived = of(revision);
        if (!arrived.missing.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("revision " + revision + " was not told to " + arrived.missing.getCount()
                    + " of " + watchers + " watchers within " + longest);
        }
        return List.copyOf(arrived.times);
    }

    private OfRevision of(long revision) {
        return revisions.computeIfAbsent(
                revision, fresh -> new OfRevision(new ConcurrentLinkedQueue<>(), new CountDownLatch(watchers)));
    }
}
