package dev.emplace.pricing.domain.quotes;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * How often spot machines are taken back, and what that costs the work.
 *
 * @param machineRatePerHour of one machine; a job on several stops with any of them
 * @param checkpoints absent where an interrupted run begins anew
 * @param restart that is billed
 * @param waiting until there are machines again, which is not billed
 */
public record Interruptions(
        BigDecimal machineRatePerHour, Optional<Checkpoints> checkpoints, Duration restart, Duration waiting) {

    /**
     * How checkpoints are written.
     *
     * @param interval of work between two; absent for the best
     * @param duration of writing one
     */
    public record Checkpoints(Optional<Duration> interval, Duration duration) {}
}
