package dev.emplace.platform.calls;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Decides over calls that waited for a thread, and measures how long they did. */
final class Admission {

    private final Duration target;
    private final StandingQueue queue;
    private final Timer waits;

    Admission(CallsConfig config, Timer waits) {
        this.target = config.queueTarget();
        this.queue = new StandingQueue(target, config.queueInterval(), System::nanoTime);
        this.waits = waits;
    }

    boolean isLate(long waitedNanos) {
        waits.record(waitedNanos, TimeUnit.NANOSECONDS);
        return queue.refuses(waitedNanos);
    }

    OverloadedException tooLate() {
        return OverloadedException.waited(target);
    }
}
