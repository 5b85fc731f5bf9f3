package dev.emplace.replay.domain;

import dev.emplace.replay.domain.Listing.Kind;
import dev.emplace.replay.domain.Listing.Sale;
import java.util.Set;

/** Machines and demands for tests. */
public final class Listings {

    public static final String T4 = "accelerators/nvidia-t4-16gb";
    private static final long GIBIBYTE = 1L << 30;

    private Listings() {}

    /** A machine with 16 CPUs and 64 GiB. */
    public static Listing listing(String offer, Kind kind, Sale sale, int gpuMilli, double usd) {
        return new Listing(
                "offers/" + offer,
                offer.split("\\.", 2)[0],
                kind,
                offer.contains(".eu"),
                T4,
                16 * GIBIBYTE,
                gpuMilli,
                16,
                64 * GIBIBYTE,
                sale,
                Math.round(usd * 1e9),
                0);
    }

    public static Listing onDemand(String offer, double usd) {
        return listing(offer, Kind.HYPERSCALER, Sale.ON_DEMAND, 1000, usd);
    }

    /** One card, 4 CPUs, 16 GiB. */
    public static Demand demand() {
        return demand(1000, false, false);
    }

    public static Demand demand(int gpuMilli, boolean preemptible, boolean euBound) {
        return new Demand(Set.of(T4), gpuMilli, 4000, 16 * GIBIBYTE, preemptible, euBound, Set.of(), 0);
    }

    /** Work that runs between two hours. */
    public static Workload work(String id, Demand demand, int fromHour, int toHour) {
        return new Workload(id, "tuple", demand, new Span(fromHour * 3600L, toHour * 3600L), false);
    }
}
