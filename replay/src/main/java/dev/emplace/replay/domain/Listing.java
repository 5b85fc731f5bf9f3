package dev.emplace.replay.domain;

/**
 * A machine that can be had at the pricing date.
 *
 * @param offer its resource name in the catalog
 * @param inEu whether it stands in the EU, as the catalog says
 * @param acceleratorMemoryBytes memory of one whole accelerator
 * @param gpuMilli thousandths of an accelerator that the machine has
 * @param vcpus virtual CPUs; 0 where the seller does not say
 * @param memoryBytes host memory; 0 where the seller does not say
 * @param hourlyNanos billionths of a USD for the machine and hour
 * @param termSeconds what taking it binds to; 0 for what can be given back
 */
public record Listing(
        String offer,
        String provider,
        Kind kind,
        boolean inEu,
        String accelerator,
        long acceleratorMemoryBytes,
        int gpuMilli,
        int vcpus,
        long memoryBytes,
        Sale sale,
        long hourlyNanos,
        long termSeconds) {

    private static final double NANOS = 1e9;
    private static final double WHOLE = 1000;

    /** Whose machine it is. */
    public enum Kind {
        HYPERSCALER,
        GPU_CLOUD,
        OWN_SITE
    }

    /** How it is had. */
    public enum Sale {
        ON_DEMAND,
        SPOT,
        COMMITTED,
        OWNED
    }

    public Listing {
        if (hourlyNanos <= 0 || gpuMilli <= 0) {
            throw new IllegalArgumentException(offer + " has no price or no accelerator");
        }
    }

    /** Whether it is paid all the time, used or not. */
    public boolean isStanding() {
        return sale == Sale.COMMITTED || sale == Sale.OWNED;
    }

    /** USD for the whole machine and hour. */
    public double hourlyUsd() {
        return hourlyNanos / NANOS;
    }

    /** USD an hour for what a demand takes of it: its part of the accelerators. */
    public double shareUsd(Demand demand) {
        return hourlyUsd() * demand.occupies(this) / gpuMilli;
    }

    /** USD for one whole accelerator and hour. */
    public double acceleratorUsd() {
        return hourlyUsd() * WHOLE / gpuMilli;
    }

    /** The same at another price. */
    public Listing times(double factor) {
        return new Listing(
                offer,
                provider,
                kind,
                inEu,
                accelerator,
                acceleratorMemoryBytes,
                gpuMilli,
                vcpus,
                memoryBytes,
                sale,
                Math.round(hourlyNanos * factor),
                termSeconds);
    }
}
