package dev.emplace.workload.domain.edge;

/**
 * What one rule about the edge says of a workload.
 *
 * @param number the number that was compared, with its unit; "" where it is unknown
 * @param threshold the number that decides, with its unit
 */
public record EdgeVerdict(EdgeRule rule, Outcome outcome, String number, String threshold, String explanation) {

    /** For or against the edge, nothing at all, or unknown for want of a fact that the explanation names. */
    public enum Outcome {
        FOR_EDGE,
        AGAINST_EDGE,
        SILENT,
        UNKNOWN
    }
}
