package dev.emplace.power.domain.reservation;

import java.time.Instant;
import java.util.Optional;

/** When a load is wanted: from its start, else from now on, up to and excluding its end, else without one. */
public record Window(Optional<Instant> start, Optional<Instant> end) {
    public static final Window FROM_NOW_ON = new Window(Optional.empty(), Optional.empty());

    /** The span it covers when it is asked for at that time. */
    public Span at(Instant now) {
        return new Span(start.filter(now::isBefore).orElse(now), end);
    }
}
