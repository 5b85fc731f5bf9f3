package dev.emplace.replay.domain;

import java.util.Set;

/**
 * What a workload needs of one machine, and what it may not be given.
 *
 * @param accelerators acceptable accelerators, by resource name
 * @param gpuMilli thousandths of an accelerator: 460, or whole ones from 1000 on
 * @param cpuMilli thousandths of a CPU; 0 where the trace states none
 * @param memoryBytes host memory; 0 where the trace states none
 * @param preemptible whether it may be interrupted and begun anew
 * @param euBound whether it may run in the EU alone
 * @param egressBytes what leaves the place for good, once
 */
public record Demand(
        Set<String> accelerators,
        int gpuMilli,
        int cpuMilli,
        long memoryBytes,
        boolean preemptible,
        boolean euBound,
        Set<String> deniedProviders,
        long egressBytes) {

    private static final int WHOLE = 1000;
    /** A share of a card stands for that share of the smallest that the trace's cluster has: 16 GiB. */
    private static final long SMALLEST_CARD_BYTES = 16L << 30;

    public Demand {
        accelerators = Set.copyOf(accelerators);
        deniedProviders = Set.copyOf(deniedProviders);
        if (gpuMilli <= 0 || (gpuMilli > WHOLE && gpuMilli % WHOLE != 0)) {
            throw new IllegalArgumentException("gpuMilli is " + gpuMilli + "; a share below 1000, or whole thousands");
        }
    }

    /** Whether a machine of this kind meets every constraint, empty as it is bought. */
    public boolean isMetBy(Listing listing) {
        return mayRunAt(listing)
                && (preemptible || listing.sale() != Listing.Sale.SPOT)
                && listing.gpuMilli() >= gpuMilli
                && listing.vcpus() * 1000L >= cpuMilli
                && listing.memoryBytes() >= memoryBytes
                && shareHoldsIt(listing);
    }

    private boolean mayRunAt(Listing listing) {
        return accelerators.contains(listing.accelerator())
                && !deniedProviders.contains(listing.provider())
                && (!euBound || listing.inEu());
    }

    private boolean shareHoldsIt(Listing listing) {
        return listing.gpuMilli() >= WHOLE
                || listing.acceleratorMemoryBytes() * listing.gpuMilli() >= SMALLEST_CARD_BYTES * gpuMilli;
    }

    /** What it takes of such a machine: a whole card, unless the seller sells shares. */
    public int occupies(Listing listing) {
        return gpuMilli >= WHOLE ? gpuMilli : Math.min(WHOLE, listing.gpuMilli());
    }
}
