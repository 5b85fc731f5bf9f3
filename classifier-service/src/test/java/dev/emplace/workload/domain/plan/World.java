package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.policy.Habitat;
import dev.emplace.workload.domain.policy.Habitat.Family;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.reading.WorkloadReader;
import dev.emplace.workload.domain.workload.Coordinates;
import dev.emplace.workload.domain.workload.Facts;
import dev.emplace.workload.yaml.YamlManifests;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small catalog and a few sites in memory, which a test may change. */
final class World implements Prices, Capacity {
    static final AcceleratorFacts H100 =
            kind("nvidia-h100-sxm-80gb", "H100 SXM", 80, false, "H100", "nvidia-h100-80gb");
    static final AcceleratorFacts L4 = kind("nvidia-l4-24gb", "L4", 24, false, "L4");
    static final AcceleratorFacts ORIN = kind("nvidia-jetson-agx-orin-64gb", "Jetson AGX Orin", 64, true, "Orin");
    static final Coordinates FRANKFURT = new Coordinates(50.11, 8.68);
    static final Coordinates VIRGINIA = new Coordinates(39.04, -77.49);

    record Stub(String of) implements Original {}

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
            String usdPerMachineHour) {}

    final List<Shop> shops = new ArrayList<>();
    final List<Prices.Request> requests = new ArrayList<>();
    final List<SiteConditions> conditions = new ArrayList<>();
    final List<Demand> demands = new ArrayList<>();
    int fitting = 10_000;
    boolean powerAway;
    int priceCalls;
    int powerCalls;

    World() {
        rents("aws.us", "aws", Family.HYPERSCALER, Purchase.ON_DEMAND, "US", VIRGINIA, "55.04");
        rents("aws.us.spot", "aws", Family.HYPERSCALER, Purchase.SPOT, "US", VIRGINIA, "20.00");
        rents("azure.de", "azure", Family.HYPERSCALER, Purchase.ON_DEMAND, "DE", FRANKFURT, "88.48");
        rents(
                "nebius.fi",
                "nebius",
                Family.GPU_CLOUD,
                Purchase.ON_DEMAND,
                "FI",
                new Coordinates(60.17, 24.94),
                "23.60");
        shops.add(new Shop(
                H100,
                "offers/aws.us.year",
                "aws",
                Family.HYPERSCALER,
                Purchase.RESERVED,
                "US",
                Optional.of(VIRGINIA),
                "",
                8,
                "EFA",
                Duration.ofDays(365),
                "18.00"));
        shops.add(new Shop(
                H100,
                "offers/hall",
                "own",
                Family.COLOCATION,
                Purchase.OWNED,
                "DE",
                Optional.of(FRANKFURT),
                "sites/hall",
                8,
                "InfiniBand",
                Duration.ZERO,
                "22.00"));
        shops.add(new Shop(
                L4,
                "offers/aws.l4",
                "aws",
                Family.HYPERSCALER,
                Purchase.ON_DEMAND,
                "DE",
                Optional.of(FRANKFURT),
                "",
                1,
                "",
                Duration.ZERO,
                "0.80"));
        shops.add(new Shop(
                ORIN,
                "offers/orin",
                "own",
                Family.DEVICE,
                Purchase.OWNED,
                "",
                Optional.empty(),
                "",
                1,
                "",
                Duration.ZERO,
                "0.05"));
    }

    private void rents(
            String name,
            String provider,
            Family family,
            Purchase purchase,
            String country,
            Coordinates at,
            String usd) {
        shops.add(new Shop(
                H100,
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
                usd));
    }

    private static AcceleratorFacts kind(String id, String name, long gib, boolean device, String... aliases) {
        return new AcceleratorFacts(
                "accelerators/" + id, name, device, gib << 30, 300_000_000_000L, 0, 700, List.of(aliases));
    }

    Plan plan(Facts facts, Constraints constraints) {
        return plan(facts, new PlanRequest(constraints, Objective.COST, 10, 0, Map.of()));
    }

    Plan plan(Facts facts, PlanRequest request) {
        WorkloadReader reader =
                new WorkloadReader(new Classifier(Policies.shipped()), new YamlManifests(ManifestLimits.DEFAULT));
        return new Planner(Policies.shipped(), this, this).plan(reader.read(facts.known()), request);
    }

    Plan plan(Facts facts) {
        return plan(facts, Constraints.NONE);
    }

    @Override
    public List<AcceleratorFacts> accelerators() {
        return List.of(ORIN, H100, L4);
    }

    @Override
    public Quotes quote(List<Prices.Request> wanted, List<SiteConditions> sites, long minRevision) {
        priceCalls++;
        requests.addAll(wanted);
        conditions.addAll(sites);
        List<Quote> quotes = new ArrayList<>();
        for (Prices.Request request : wanted) {
            shops.stream()
                    .filter(shop -> shop.kind().equals(request.accelerator()))
                    .filter(shop -> !request.limits().deniedProviders().contains(shop.provider()))
                    .forEach(shop -> quotes.add(quote(shop, request)));
        }
        return new Quotes(quotes, 41);
    }

    private static Quote quote(Shop shop, Prices.Request request) {
        int machines = (request.count() + shop.perMachine() - 1) / shop.perMachine();
        BigDecimal hourly = new BigDecimal(shop.usdPerMachineHour()).multiply(BigDecimal.valueOf(machines));
        BigDecimal hours = BigDecimal.valueOf(request.duration().toSeconds())
                .divide(BigDecimal.valueOf(3_600), 6, RoundingMode.HALF_EVEN);
        return new Quote(
                shop.kind(),
                shop.offer(),
                shop.provider(),
                new Habitat(shop.family(), shop.purchase()),
                "region",
                shop.country(),
                shop.place(),
                300,
                shop.site(),
                BigDecimal.valueOf(shop.perMachine()),
                shop.fabric(),
                machines,
                shop.commitment(),
                hourly,
                hourly.multiply(hours),
                0.9,
                new Stub(shop.offer()));
    }

    @Override
    public Answer assess(List<Demand> asked, Map<String, Long> minRevisions) {
        powerCalls++;
        if (powerAway) {
            throw new CapacityUnknownException("UNAVAILABLE");
        }
        demands.addAll(asked);
        List<Assessment> assessments = asked.stream()
                .filter(demand -> demand.accelerator().equals(H100.name()))
                .map(demand -> assessment(demand))
                .toList();
        return new Answer(
                assessments, List.of(new Site("sites/hall", Optional.of(FRANKFURT), new BigDecimal("0.12"), 350, 7)));
    }

    private Assessment assessment(Demand demand) {
        boolean fits = demand.count() <= fitting;
        long shortfall = fits ? 0 : (demand.count() - fitting) * 1_000L;
        return new Assessment(
                "sites/hall",
                demand.accelerator(),
                fits,
                "power of ups-a under ups-b failed",
                shortfall,
                fits ? 50_000 : 0,
                fitting,
                demand.count() * 900L,
                new BigDecimal("1.28"),
                new Stub("assessment"));
    }
}
