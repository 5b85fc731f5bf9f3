package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.workload.Coordinates;
import dev.emplace.workload.domain.workload.Surroundings;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What bringing the input to a place costs. The device pays nothing, nor does a room or an edge node of ours that is near
 * enough to stand on the same network; all else is reached by an uplink.
 *
 * @param gigabytes of input in an hour, of 10^9 bytes
 */
record Transport(
        BigDecimal gigabytes, BigDecimal usdPerGigabyte, boolean stated, Optional<Coordinates> origin, double localKm) {
    private static final int GIGA_DIGITS = 9;

    static Transport of(Surroundings surroundings, Policy policy) {
        return new Transport(
                BigDecimal.valueOf(surroundings.hourlyInputBytes().orElse(0L), GIGA_DIGITS),
                surroundings
                        .transportUsdPerGb()
                        .orElse(BigDecimal.valueOf(policy.number("network.transport_usd_per_gb"))),
                surroundings.transportUsdPerGb().isPresent(),
                surroundings.users(),
                policy.number("network.local_km"));
    }

    BigDecimal hourlyUsd(Prices.Quote quote) {
        return local(quote) ? BigDecimal.ZERO : gigabytes.multiply(usdPerGigabyte);
    }

    /** The price of an uplink that nobody states, where anything is brought. */
    Optional<Assumed> assumption() {
        return stated || gigabytes.signum() == 0
                ? Optional.empty()
                : Optional.of(new Assumed(
                        "transport_unit_price",
                        "USD " + usdPerGigabyte.toPlainString() + " for each GB of input",
                        "nobody states what the uplink costs"));
    }

    boolean local(Prices.Quote quote) {
        Family family = quote.habitat().family();
        boolean near = quote.location()
                .flatMap(there -> origin.map(here -> here.distanceKm(there) <= localKm))
                .orElse(family == Family.ON_PREMISES);
        return switch (family) {
            case DEVICE -> true;
            case ON_PREMISES, EDGE -> near;
            case HYPERSCALER, GPU_CLOUD, COLOCATION -> false;
        };
    }
}
