package dev.emplace.pricing.domain.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a source stands.
 *
 * @param observed when its source last said what is published; empty where each of its prices has a day of its own
 * @param waiting how many of its rows wait in quarantine, by reason
 * @param attempt the last one to read it on a schedule
 */
public record SourceState(
        String source, Optional<Instant> observed, Map<QuarantineReason, Long> waiting, Optional<Attempt> attempt) {
    public SourceState {
        waiting = Map.copyOf(waiting);
    }

    public static SourceState ofNothing(String source) {
        return new SourceState(source, Optional.empty(), Map.of(), Optional.empty());
    }

    public Optional<Duration> age(Instant now) {
        return observed.map(time -> Duration.between(time, now));
    }

    /** Whether it is older than it may be. What was never read is not old, but missing. */
    public boolean isStale(Instant now, Duration staleAfter) {
        return age(now).filter(age -> age.compareTo(staleAfter) > 0).isPresent();
    }

    public long waitingRows() {
        return waiting.values().stream().mapToLong(Long::longValue).sum();
    }
}
