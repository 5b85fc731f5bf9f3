package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.Footprint;
import dev.emplace.workload.domain.latency.Latency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One feasible place.
 *
 * @param compute how long the computation itself takes there; empty where that cannot be worked out
 * @param roundTripMillis estimated network round trip from the users; empty where their location is unknown
 * @param floorMillis what light in fibre needs
 * @param assessment of the site, where its power is ours
 * @param powerVerified false where power-service could not be asked
 * @param hourlyGrams CO2 equivalent of an hour; 0 is unknown
 * @param unitPrice what one unit of the work costs there; empty where that is not known
 * @param finish when the work is done there; empty where it does not end, or that is not known
 * @param move what it brings to move there; empty where today's place is not stated, or is this one
 */
public record Placement(
        Prices.Quote quote,
        Footprint footprint,
        Cost cost,
        Optional<UnitPrice> unitPrice,
        Optional<Latency> compute,
        OptionalDouble roundTripMillis,
        OptionalDouble floorMillis,
        Optional<Capacity.Assessment> assessment,
        boolean powerVerified,
        long hourlyGrams,
        boolean inHabitat,
        Optional<Instant> finish,
        Optional<Move> move,
        List<String> reasons) {
    public Placement {
        reasons = List.copyOf(reasons);
    }

    /** The same place, with what one unit of the work costs there. */
    Placement priced(Optional<UnitPrice> unit) {
        return new Placement(
                quote,
                footprint,
                cost,
                unit,
                compute,
                roundTripMillis,
                floorMillis,
                assessment,
                powerVerified,
                hourlyGrams,
                inHabitat,
                finish,
                move,
                reasons);
    }

    /** Round trip and computation as they are expected; what is unknown of them counts as nothing. */
    public double expectedMillis() {
        return roundTripMillis.orElse(0) + compute.map(Latency::expected).orElse(0.0);
    }
}
