package dev.emplace.replay.domain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** All that could be bought at the pricing date, and what sending data away costs there. */
public final class Market {

    private final List<Listing> listings;
    private final Map<String, Egress> egress;
    private final Map<Demand, List<Listing>> meeting = new HashMap<>();

    public Market(List<Listing> listings, Map<String, Egress> egress) {
        this.listings = List.copyOf(listings);
        this.egress = Map.copyOf(egress);
    }

    public List<Listing> listings() {
        return listings;
    }

    /** What can be rented for a demand, cheapest machine first. */
    public List<Listing> rentable(Demand demand) {
        Demand key = withoutVolume(demand);
        return meeting.computeIfAbsent(
                key,
                wanted -> listings.stream()
                        .filter(listing -> !listing.isStanding() && wanted.isMetBy(listing))
                        .sorted(Comparator.comparingLong(Listing::hourlyNanos).thenComparing(Listing::offer))
                        .toList());
    }

    private static Demand withoutVolume(Demand d) {
        return new Demand(
                d.accelerators(),
                d.gpuMilli(),
                d.cpuMilli(),
                d.memoryBytes(),
                d.preemptible(),
                d.euBound(),
                d.deniedProviders(),
                0);
    }

    /** The provider's tariff; of one that publishes none, the dearest that is known: unknown is not free. */
    public Egress egress(String provider) {
        Egress own = egress.get(provider);
        return own != null ? own : dearest();
    }

    private Egress dearest() {
        return egress.values().stream()
                .max(Comparator.comparingDouble(tariff -> tariff.estimateUsd(1L << 30)))
                .orElse(new Egress(List.of()));
    }

    public Market only(Predicate<Listing> which) {
        return new Market(listings.stream().filter(which).toList(), egress);
    }

    public Market changed(UnaryOperator<Listing> change) {
        return new Market(listings.stream().map(change).toList(), egress);
    }
}
