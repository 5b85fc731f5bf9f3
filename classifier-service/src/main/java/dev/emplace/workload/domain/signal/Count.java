package dev.emplace.workload.domain.signal;

import java.util.OptionalInt;

/**
 * A number that multiplies what stands below it.
 *
 * @param value the number; empty where a placeholder hides it
 * @param most what an autoscaler may raise it to; empty where nothing does
 * @param document position of the document in the input, from 0
 * @param line line of the input, from 1
 */
public record Count(Role role, OptionalInt value, OptionalInt most, int document, Location location, int line) {

    /** What a number multiplies. */
    public enum Role {
        /** Copies that work on their own: replicas of a server, trials of a search. */
        COPIES,
        /** Pods that work as one: workers of a training, hosts of a server that spans several. */
        MEMBERS
    }
}
