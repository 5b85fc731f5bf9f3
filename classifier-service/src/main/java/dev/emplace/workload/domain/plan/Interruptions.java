package dev.emplace.workload.domain.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * How often spot machines are taken back, and what the work loses by it.
 *
 * @param machineRatePerHour of one machine
 * @param checkpoints empty where an interrupted run begins anew
 * @param restart what starting again takes on machines that are billed
 * @param waiting what passes unbilled before there are machines again
 */
public record Interruptions(
        BigDecimal machineRatePerHour, Optional<Checkpoints> checkpoints, Duration restart, Duration waiting) {

    /**
     * How checkpoints are written.
     *
     * @param interval of work between two; empty for the best
     * @param duration of writing one
     */
    public record Checkpoints(Optional<Duration> interval, Duration duration) {}
}
