package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.workload.Coordinates;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One offer of a small world. */
record Shop(
        AcceleratorFacts kind,
        String offer,
        String provider,
        Family family,
        Purchase purchase,
        String country,
        Optional<Coordinates> place,
        String site,
        int perMachine,
        String fabric,
        Duration commitment,
        String usdPerMachineHour) {
    static final Coordinates VIRGINIA = new Coordinates(39.04, -77.49);
    static final Coordinates HELSINKI = new Coordinates(60.17, 24.94);
    static final Coordinates MUNICH = new Coordinates(48.14, 11.58);

    /** Three years, the life of what is bought here. */
    static final Duration LIFE = Duration.ofDays(1_095);

    /** Eight H100 in many places, an L4 in the cloud, a device. */
    static List<Shop> all() {
        return List.of(
                rented("aws.us", "aws", Family.HYPERSCALER, Purchase.ON_DEMAND, "US", VIRGINIA, "55.04"),
                rented("aws.us.spot", "aws", Family.HYPERSCALER, Purchase.SPOT, "US", VIRGINIA, "20.00"),
                rented("aws.us.year", "aws", Family.HYPERSCALER, Purchase.RESERVED, "US", VIRGINIA, "18.00")
                        .bindingFor(Duration.ofDays(365)),
                rented("azure.de", "azure", Family.HYPERSCALER, Purchase.ON_DEMAND, "DE", World.FRANKFURT, "88.48"),
                rented("nebius.fi", "nebius", Family.GPU_CLOUD, Purchase.ON_DEMAND, "FI", HELSINKI, "23.60"),
                rented("hall", "own", Family.COLOCATION, Purchase.OWNED, "DE", World.FRANKFURT, "22.00")
                        .bindingFor(LIFE)
                        .at("sites/hall"),
                rented("aws", "aws", Family.HYPERSCALER, Purchase.ON_DEMAND, "DE", World.FRANKFURT, "0.80")
                        .of(Kinds.L4, 1, ""),
                new Shop(
                        Kinds.ORIN,
                        "offers/orin",
                        "own",
                        Family.DEVICE,
                        Purchase.OWNED,
                        "",
                        Optional.empty(),
                        "",
                        1,
                        "",
                        LIFE,
                        "0.05"));
    }

    static Shop rented(
            String name,
            String provider,
            Family family,
            Purchase purchase,
            String country,
            Coordinates at,
            String usd) {
        return new Shop(
                Kinds.H100,
                "offers/" + name,
                provider,
                family,
                purchase,
                country,
                Optional.of(at),
                "",
                8,
                "InfiniBand",
                Duration.ZERO,
                usd);
    }

    Shop bindingFor(Duration term) {
        return new Shop(
                kind,
                offer,
                provider,
                family,
                purchase,
                country,
                place,
                site,
                perMachine,
                fabric,
                term,
                usdPerMachineHour);
    }

    Shop at(String ourSite) {
        return new Shop(
                kind,
                offer,
                provider,
                family,
                purchase,
                country,
                place,
                ourSite,
                perMachine,
                fabric,
                commitment,
                usdPerMachineHour);
    }

    Shop of(AcceleratorFacts other, int count, String network) {
        return new Shop(
                other,
                offer + "." + other.displayName().toLowerCase(Locale.ROOT).replace(' ', '-'),
                provider,
                family,
                purchase,
                country,
                place,
                site,
                count,
                network,
                commitment,
                usdPerMachineHour);
    }
}
