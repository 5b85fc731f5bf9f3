package dev.emplace.pricing.domain.imports;

import java.util.Set;

/** What publishers have decided about rows of a source, by fingerprint. */
public record Decisions(Set<String> released, Set<String> rejected) {

    public static final Decisions NONE = new Decisions(Set.of(), Set.of());

    public Decisions {
        released = Set.copyOf(released);
        rejected = Set.copyOf(rejected);
    }
}
