package dev.emplace.replay;

import dev.emplace.replay.domain.Rework;
import dev.emplace.replay.suite.PriceRule;

/**
 * What a replay takes for granted; the report prints all of it.
 *
 * @param seed of the constraints that the trace does not tell
 * @param quotaGpus the most that each GPU cloud rents to us at once
 * @param ownedShare how large each site of our own is, as a share of the 95th percentile of the use in the first half
 */
public record Settings(PriceRule prices, long seed, int quotaGpus, double ownedShare, Rework rework, double budgetUsd) {

    public Settings {
        if (quotaGpus < 0 || ownedShare < 0 || ownedShare > 1 || rework.hourlyRate() <= 0 || budgetUsd <= 0) {
            throw new IllegalArgumentException(
                    "quota from 0 on, a share of owned sites from 0 to 1, a rate of interruptions and a budget above 0");
        }
    }
}
