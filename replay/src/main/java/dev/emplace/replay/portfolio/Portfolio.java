package dev.emplace.replay.portfolio;

import java.util.Map;

/**
 * A base, and what it and the peaks above it are expected to cost.
 *
 * @param machines how many of each standing option, by its name; 0 is left out
 */
public record Portfolio(Map<String, Integer> machines, double expectedUsd, boolean feasible) {

    public Portfolio {
        machines = Map.copyOf(machines);
    }

    public static Portfolio empty() {
        return new Portfolio(Map.of(), 0, true);
    }
}
