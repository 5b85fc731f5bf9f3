package dev.emplace.power.domain.metering;

import java.time.Instant;

/** What was metered: the mean power over an interval, in watts. */
public record Metered(Instant start, Instant end, long watts) {
    public Metered {
        if (watts < 0 || !start.isBefore(end)) {
            throw new IllegalArgumentException("metered power is not negative, and its interval ends after it begins");
        }
    }
}
