package dev.emplace.platform.watch;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Nobody reads what a watch has to tell. */
final class SlowReaderException extends Failure {

    SlowReaderException(Duration patience, Position next) {
        super(
                CommonReason.SLOW_READER,
                "nothing of the stream was read for " + patience.toSeconds() + " s, while there was more to tell: watch"
                        + " again from revision " + next.revision() + ", index " + next.index(),
                Map.of(
                        "next_revision", Long.toString(next.revision()),
                        "next_index", Long.toString(next.index())),
                List.of(),
                Duration.ofSeconds(1));
    }
}
