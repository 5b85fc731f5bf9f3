package dev.emplace.power.domain.topology;

import java.time.Duration;

/** Watts above the continuous limit that a node carries for a while after a failure elsewhere. */
public record EmergencyLimit(long watts, Duration duration) {
    public EmergencyLimit {
        if (watts <= 0 || duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("an emergency limit needs watts and a duration above zero");
        }
    }
}
