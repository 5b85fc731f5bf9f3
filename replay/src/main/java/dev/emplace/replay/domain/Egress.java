package dev.emplace.replay.domain;

import java.math.BigDecimal;
import java.util.List;

/** What a provider charges for data that leaves, by tiers of a month's volume. */
public record Egress(List<Tier> tiers) {

    private static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1L << 30);
    private static final int NANO_PLACES = 9;

    /**
     * One step.
     *
     * @param endBytes the volume that it ends at; 0 for the last
     * @param gibibyteNanos billionths of a USD for 1,073,741,824 bytes
     */
    public record Tier(long endBytes, long gibibyteNanos) {}

    public Egress {
        tiers = List.copyOf(tiers);
    }

    /** The price of a month's volume, exact. */
    public BigDecimal price(long monthBytes) {
        BigDecimal sum = BigDecimal.ZERO;
        long begun = 0;
        for (Tier tier : tiers) {
            long end = tier.endBytes == 0 ? Long.MAX_VALUE : tier.endBytes;
            long part = Math.max(0, Math.min(monthBytes, end) - begun);
            sum = sum.add(BigDecimal.valueOf(part)
                    .multiply(BigDecimal.valueOf(tier.gibibyteNanos, NANO_PLACES))
                    .divide(GIBIBYTE));
            begun = end;
        }
        return sum;
    }

    /** About what such a volume costs, at the dearest tier. */
    public double estimateUsd(long bytes) {
        return tiers.stream().mapToLong(Tier::gibibyteNanos).max().orElse(0) / 1e9 * (bytes / (double) (1L << 30));
    }
}
