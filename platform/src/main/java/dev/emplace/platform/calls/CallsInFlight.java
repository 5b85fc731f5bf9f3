package dev.emplace.platform.calls;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The calls that a stopping service waits for, and the streams that it ends first. */
@Singleton
final class CallsInFlight {

    private static final Duration POLL = Duration.ofMillis(10);

    private final AtomicInteger unary = new AtomicInteger();
    private final Set<GuardedCall<?, ?>> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    boolean stopping() {
        return stopping;
    }

    void started(GuardedCall<?, ?> call) {
        if (isUnary(call)) {
            unary.incrementAndGet();
        } else {
            streams.add(call);
        }
    }

    void finished(GuardedCall<?, ?> call) {
        if (isUnary(call)) {
            unary.decrementAndGet();
        } else {
            streams.remove(call);
        }
    }

    /** Refuses new calls, ends streams with a status that says resume elsewhere, and waits for the rest. */
    int drain(Duration timeout) {
        stopping = true;
        streams.forEach(stream -> stream.refuse(new ShuttingDownException()));
        long end = System.nanoTime() + timeout.toNanos();
        while (unary.get() > 0 && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        // The last answers are written by then; the transport still has to send them.
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        return unary.get();
    }

    static boolean isUnary(GuardedCall<?, ?> call) {
        return call.getMethodDescriptor().getType().clientSendsOneMessage()
                && call.getMethodDescriptor().getType().serverSendsOneMessage();
    }
}
