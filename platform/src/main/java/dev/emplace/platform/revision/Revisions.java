package dev.emplace.platform.revision;

import dev.emplace.platform.errors.InvalidFieldException;
import io.grpc.Context;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Waiting for a replica to see a revision that the caller has seen elsewhere. */
public final class Revisions {

    /** However distant the deadline, a replica this far behind had better be left. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Leaves time to say what was not reached before the deadline says only that it passed. */
    private static final Duration TIME_TO_ANSWER = Duration.ofMillis(50);

    private static final Duration POLL = Duration.ofMillis(5);

    private Revisions() {}

    /**
     * Returns once {@code current} is at least {@code min}: at once where it is already (so reads from memory may call
     * this on the event loop after checking), else blocking, up to the call's deadline and at most 5 s.
     *
     * @throws RevisionNotReachedException where the time runs out or the call is cancelled
     */
    public static void await(LongSupplier current, long min) {
        if (min < 0) {
            throw new InvalidFieldException("min_revision", "is " + min + "; must be 0 (any revision) or more");
        }
        long end = System.nanoTime() + allowedNanos(Context.current().getDeadline());
        while (current.getAsLong() < min) {
            if (System.nanoTime() - end >= 0 || Context.current().isCancelled() || Thread.interrupted()) {
                throw new RevisionNotReachedException(current.getAsLong(), min);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static long allowedNanos(@Nullable Deadline deadline) {
        long longest = LONGEST_WAIT.toNanos();
        return deadline == null
                ? longest
                : Math.min(longest, deadline.timeRemaining(TimeUnit.NANOSECONDS) - TIME_TO_ANSWER.toNanos());
    }
}
