package dev.emplace.power.domain.topology;

/** One difference between two topologies. */
public record Difference(Kind kind, String path, String description) {
    /** What became of an element. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }
}
