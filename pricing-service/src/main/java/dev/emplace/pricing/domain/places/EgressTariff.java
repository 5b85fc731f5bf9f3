package dev.emplace.pricing.domain.places;

import dev.emplace.pricing.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A provider's list price for data that leaves to the internet: tiers of a month's volume, each charged for the part
 * of the volume that falls into it. Free allowances of an account are left out, since others of its uses consume them.
 *
 * @param tiers ascending, the last without end
 * @param source the document that states the tariff
 */
public record EgressTariff(String currency, List<Tier> tiers, String source) {

    /**
     * One step of the tariff.
     *
     * @param upToGigabytes of 1,024 MiB, where the step ends in the month's volume; absent for the last
     * @param perGigabyte price
     */
    public record Tier(Optional<BigDecimal> upToGigabytes, BigDecimal perGigabyte) {
        public Tier {
            if (perGigabyte.signum() < 0) {
                throw new IllegalArgumentException(
                        "an egress tier costs " + perGigabyte + ", but must not be negative");
            }
        }
    }

    public EgressTariff {
        tiers = List.copyOf(tiers);
        requireAscending(tiers);
        Money.zero(currency);
    }

    /** The exact charge for a volume in gigabytes, on top of what has left earlier in the same month. */
    public BigDecimal charge(BigDecimal alreadyThisMonth, BigDecimal gigabytes) {
        return totalFor(alreadyThisMonth.add(gigabytes)).subtract(totalFor(alreadyThisMonth));
    }

    private BigDecimal totalFor(BigDecimal gigabytes) {
        var total = BigDecimal.ZERO;
        var start = BigDecimal.ZERO;
        for (var tier : tiers) {
            var end = tier.upToGigabytes().map(gigabytes::min).orElse(gigabytes);
            if (end.compareTo(start) <= 0) {
                break;
            }
            total = total.add(end.subtract(start).multiply(tier.perGigabyte()));
            start = end;
        }
        return total;
    }

    private static void requireAscending(List<Tier> tiers) {
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("an egress tariff needs at least one tier");
        }
        var last = tiers.size() - 1;
        var end = BigDecimal.ZERO;
        for (int i = 0; i <= last; i++) {
            var tierEnd = tiers.get(i).upToGigabytes();
            if (tierEnd.isEmpty() != (i == last)) {
                throw new IllegalArgumentException("every egress tier but the last needs an end, tier " + (i + 1));
            }
            if (tierEnd.isPresent() && tierEnd.get().compareTo(end) <= 0) {
                throw new IllegalArgumentException("egress tier " + (i + 1) + " does not end above the one before it");
            }
            end = tierEnd.orElse(end);
        }
    }
}
