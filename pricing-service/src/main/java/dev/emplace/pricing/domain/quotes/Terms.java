package dev.emplace.pricing.domain.quotes;

import java.util.List;
import java.util.Optional;

/**
 * On which terms machines are used, beside how many and for how long.
 *
 * @param releasedWhenIdle whether spot and on-demand machines are given back while there is no work
 * @param interruptions of spot machines; absent where nobody says how often
 */
public record Terms(
        boolean releasedWhenIdle,
        Optional<Interruptions> interruptions,
        Billing billing,
        StoredData data,
        List<Surcharge> surcharges,
        Throughput throughput,
        CommitmentUse commitment) {

    /** Kept all the time, billed to the second, nothing added. */
    public static final Terms PLAIN = new Terms(
            false, Optional.empty(), Billing.EXACT, StoredData.NONE, List.of(), Throughput.NONE, CommitmentUse.FULL);

    public Terms {
        surcharges = List.copyOf(surcharges);
    }

    public Terms releasing(boolean release) {
        return new Terms(release, interruptions, billing, data, surcharges, throughput, commitment);
    }
}
