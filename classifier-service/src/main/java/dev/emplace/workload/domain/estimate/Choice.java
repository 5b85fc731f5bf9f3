package dev.emplace.workload.domain.estimate;

import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import java.util.Optional;

/**
 * A kind of accelerator by any of its names, and what to take of it instead of what the catalog says.
 *
 * @param count accelerators over which a replica, or a training, is spread at least
 */
public record Choice(
        String name,
        Optional<Integer> count,
        Optional<Long> memoryBytes,
        Optional<Long> bandwidth,
        Optional<Long> flops) {
    public static Choice of(AcceleratorFacts kind) {
        return new Choice(kind.name(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    AcceleratorFacts over(AcceleratorFacts kind) {
        return new AcceleratorFacts(
                kind.name(),
                kind.displayName(),
                kind.device(),
                memoryBytes.orElse(kind.memoryBytes()),
                bandwidth.orElse(kind.bandwidth()),
                flops.orElse(kind.flops()),
                kind.tdpWatts(),
                kind.aliases());
    }
}
