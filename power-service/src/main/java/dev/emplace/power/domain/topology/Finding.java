package dev.emplace.power.domain.topology;

/**
 * Something wrong or doubtful in a topology.
 *
 * @param field path inside the topology, such as {@code nodes[3].feeds[0].node}
 */
public record Finding(Severity severity, String field, String message) {
    /** Whether a finding stops the topology from being applied. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
