package dev.emplace.workload.domain.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a workload is to begin.
 *
 * @param deadline by when it must be done
 */
public record Schedule(Instant start, Optional<Instant> deadline) {

    /** The time that it takes if it begins at once. */
    Prices.Window soonest(Duration work) {
        return new Prices.Window(start, start.plus(work));
    }

    /** The time that it takes if it is done just by its deadline; empty unless that is later. */
    Optional<Prices.Window> latest(Duration work) {
        return deadline.map(by -> new Prices.Window(by.minus(work), by))
                .filter(window -> window.start().isAfter(start));
    }
}
