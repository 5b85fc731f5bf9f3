package dev.emplace.replay;

import dev.emplace.replay.domain.Rework;
import dev.emplace.replay.suite.PriceRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a replay takes for granted; the report prints all of it.
 *
 * @param seed of the constraints that the trace does not tell
 * @param quotaGpus the most that each GPU cloud rents to us at once
 * @param ownedShare how large each site of our own is, as a share of the 95th percentile of the use in the first half
 */
public record Settings(PriceRule prices, long seed, int quotaGpus, double ownedShare, Rework rework, double budgetUsd) {

    /** The headline's: how old a list price may be, in days. */
    public static final int OLDEST_DAYS = 90;

    /** The headline's quota. */
    public static final int QUOTA_GPUS = 64;

    /** The headline's share. */
    public static final double OWNED_SHARE = 0.6;

    public Settings {
        if (quotaGpus < 0 || ownedShare < 0 || ownedShare > 1 || rework.hourlyRate() <= 0 || budgetUsd <= 0) {
            throw new IllegalArgumentException(
                    "quota from 0 on, a share of owned sites from 0 to 1, a rate of interruptions and a budget above 0");
        }
    }

    /** What makes a replay a what-if rather than the headline, in a few words each; empty where nothing does. */
    public List<String> whatIfs() {
        List<String> all = new ArrayList<>();
        if (prices.estimated()) {
            all.add("estimates are counted");
        }
        if (prices.oldestDays() != OLDEST_DAYS) {
            all.add("list prices may be " + prices.oldestDays() + " days old, not " + OLDEST_DAYS);
        }
        if (quotaGpus != QUOTA_GPUS) {
            all.add("each GPU cloud rents " + quotaGpus + " GPUs, not " + QUOTA_GPUS);
        }
        if (ownedShare != OWNED_SHARE) {
            all.add(String.format(
                    Locale.ROOT, "our own sites have %.0f%%, not %.0f%%", 100 * ownedShare, 100 * OWNED_SHARE));
        }
        return all;
    }
}
