package dev.emplace.platform.errors;

import java.util.Objects;

/**
 * One field of a request that cannot be accepted.
 *
 * @param field path in the names of the contract, e.g. {@code topology.nodes[2].rated_power_watts}
 * @param description the value, the limit that it breaks, and what to send instead
 */
public record FieldViolation(String field, String description) {

    public FieldViolation {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(description, "description");
    }
}
