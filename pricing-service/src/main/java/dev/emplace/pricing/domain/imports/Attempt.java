package dev.emplace.pricing.domain.imports;

import java.time.Instant;

/**
 * The last attempt to read a source on its schedule.
 *
 * @param problem why it failed; empty where it did not, or has not ended
 */
public record Attempt(Instant time, String problem) {
    public boolean failed() {
        return !problem.isEmpty();
    }
}
