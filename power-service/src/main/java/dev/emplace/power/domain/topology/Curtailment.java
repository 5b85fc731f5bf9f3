package dev.emplace.power.domain.topology;

import java.time.Instant;

/**
 * A lower limit of a power node for a while, such as a utility asks for.
 *
 * @param end excluded
 * @param limitWatts on the side of the node that its rating speaks of
 */
public record Curtailment(String node, Instant start, Instant end, long limitWatts) {
    boolean isOpen(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }
}
