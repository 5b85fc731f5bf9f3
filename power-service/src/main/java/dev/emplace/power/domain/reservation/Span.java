package dev.emplace.power.domain.reservation;

import java.time.Instant;
import java.util.Optional;

/** A stretch of time with a known start; the end is excluded, and absent where there is none. */
public record Span(Instant start, Optional<Instant> end) {
    boolean endsBy(Instant time) {
        return end.filter(last -> !last.isAfter(time)).isPresent();
    }
}
