package dev.emplace.platform.calls;

import io.grpc.Context;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What is left of the call that runs, for work that has a time-out of its own: statements, calls to other services. */
public final class TimeLeft {

    private TimeLeft() {}

    /** Empty outside a call, and in one that may last; negative where the deadline has passed. */
    public static Optional<Duration> ofCall() {
        Deadline deadline = Context.current().getDeadline();
        return Optional.ofNullable(deadline).map(end -> Duration.ofNanos(end.timeRemaining(TimeUnit.NANOSECONDS)));
    }
}
