package dev.emplace.replay.portfolio;

import java.util.List;

/**
 * Which base to hold for many workloads.
 *
 * @param budgetUsd the most that the window may cost; infinite without a budget
 */
public record PortfolioProblem(List<LoadGroup> groups, List<StandingOption> standing, double budgetUsd) {

    public PortfolioProblem {
        groups = List.copyOf(groups);
        standing = List.copyOf(standing);
    }
}
