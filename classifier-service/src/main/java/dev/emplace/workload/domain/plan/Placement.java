package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.Footprint;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One feasible place.
 *
 * @param roundTripMillis estimated network round trip from the users; empty where their location is unknown
 * @param floorMillis what light in fibre needs
 * @param assessment of the site, where its power is ours
 * @param powerVerified false where power-service could not be asked
 * @param hourlyGrams CO2 equivalent of an hour; 0 is unknown
 */
public record Placement(
        Prices.Quote quote,
        Footprint footprint,
        OptionalDouble roundTripMillis,
        OptionalDouble floorMillis,
        Optional<Capacity.Assessment> assessment,
        boolean powerVerified,
        long hourlyGrams,
        boolean inHabitat,
        List<String> reasons) {
    public Placement {
        reasons = List.copyOf(reasons);
    }
}
