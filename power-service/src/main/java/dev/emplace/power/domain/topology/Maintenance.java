package dev.emplace.power.domain.topology;

import java.time.Instant;

/**
 * A power node or cooling unit that is out on purpose for a while.
 *
 * @param end excluded
 * @param acceptsFailures whether a failure in that time may overload or cut what is left; else the site must still
 *     live through any single one
 */
public record Maintenance(String element, Instant start, Instant end, boolean acceptsFailures) {
    boolean isOpen(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }
}
