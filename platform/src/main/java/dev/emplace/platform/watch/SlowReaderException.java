package dev.emplace.platform.watch;

import dev.emplace.platform.errors.CommonReason;
import dev.emplace.platform.errors.Failure;
import java.time.Duration;
import java.util.List;

/** Nobody reads what a watch has to tell. */
final class SlowReaderException extends Failure {

    SlowReaderException(Duration patience, Resumption resumption) {
        super(
                CommonReason.SLOW_READER,
                "nothing of the stream was read for " + patience.toSeconds() + " s, while there was more to tell: "
                        + resumption.words(),
                resumption.metadata(),
                List.of(),
                Duration.ofSeconds(1));
    }
}
