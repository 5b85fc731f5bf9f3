package dev.emplace.client;

import com.google.protobuf.Timestamp;
import dev.emplace.api.pricing.v1.OfferChange;
import io.grpc.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** When to list again: after a time, or sooner where a price that was told begins or ends before. */
final class NextList {

    private final Clock clock;
    private Instant time;

    NextList(Clock clock, Duration after) {
        this.clock = clock;
        this.time = clock.instant().plus(after);
    }

    boolean isDue() {
        return !time.isAfter(clock.instant());
    }

    Deadline asDeadline() {
        return Deadline.after(Duration.between(clock.instant(), time).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it is sooner now than it was. */
    boolean comesSoonerBy(OfferChange change) {
        Instant before = time;
        Stream.of(change.getStartTime(), change.getEndTime())
                .map(NextList::instant)
                .filter(boundary -> boundary.isAfter(clock.instant()) && boundary.isBefore(time))
                .forEach(boundary -> time = boundary);
        return time.isBefore(before);
    }

    private static Instant instant(Timestamp stated) {
        return Instant.ofEpochSecond(stated.getSeconds(), stated.getNanos());
    }
}
