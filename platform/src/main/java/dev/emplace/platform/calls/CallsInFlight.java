package dev.emplace.platform.calls;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The calls that are open: as many as may be, and those that a stopping service waits for. */
@Singleton
final class CallsInFlight {

    private static final String HEALTH = "grpc.health.v1.Health";
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration TO_BE_READ = Duration.ofMillis(250);

    private final int limit;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger unary = new AtomicInteger();
    private final Set<GuardedCall<?, ?>> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    @Inject
    CallsInFlight(CallsConfig config) {
        this(config.open());
    }

    CallsInFlight(int limit) {
        this.limit = limit;
    }

    int limit() {
        return limit;
    }

    boolean stopping() {
        return stopping;
    }

    /** False where as many calls are open as may; a question for health is heard even then. */
    boolean started(GuardedCall<?, ?> call) {
        if (open.incrementAndGet() > limit && !isHealthCheck(call)) {
            open.decrementAndGet();
            return false;
        }
        if (isUnary(call)) {
            unary.incrementAndGet();
        } else {
            streams.add(call);
        }
        return true;
    }

    void finished(GuardedCall<?, ?> call) {
        open.decrementAndGet();
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
        // The last answers are written by then; the transport still has to send them, and callers to read them: a
        // process
        // that ends with requests unread resets its connections, and what a caller has not read is lost.
        LockSupport.parkNanos(TO_BE_READ.toNanos());
        return unary.get();
    }

    private static boolean isHealthCheck(GuardedCall<?, ?> call) {
        return isUnary(call) && HEALTH.equals(call.getMethodDescriptor().getServiceName());
    }

    static boolean isUnary(GuardedCall<?, ?> call) {
        return call.getMethodDescriptor().getType().clientSendsOneMessage()
                && call.getMethodDescriptor().getType().serverSendsOneMessage();
    }
}
