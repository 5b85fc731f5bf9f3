package dev.emplace.replay.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A sum that no policy gets below: each workload pays for its part of the cheapest machine that meets it, for just as
 * long as it turns out to run, as if machines were always full and nothing were ever sold out. Egress is left out.
 */
public final class ClairvoyantBound {

    private ClairvoyantBound() {}

    public static BigDecimal of(List<Workload> workloads, Market market, Rework rework) {
        double usd =
                workloads.stream().mapToDouble(w -> least(w, market, rework)).sum();
        return BigDecimal.valueOf(usd).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static double least(Workload workload, Market market, Rework rework) {
        double hours = workload.runs().hours();
        return market.listings().stream()
                .filter(workload.demand()::isMetBy)
                .filter(listing -> listing.sale() != Listing.Sale.SPOT || rework.ends(hours))
                .mapToDouble(listing -> listing.shareUsd(workload.demand())
                        * (listing.sale() == Listing.Sale.SPOT ? rework.billedHours(hours) : hours))
                .min()
                .orElse(0);
    }
}
