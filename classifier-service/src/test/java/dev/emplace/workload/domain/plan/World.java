package dev.emplace.workload.domain.plan;

import dev.emplace.workload.domain.classify.Classifier;
import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.policy.Habitat;
import dev.emplace.workload.domain.policy.Habitat.Purchase;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.reading.Reading;
import dev.emplace.workload.domain.reading.WorkloadReader;
import dev.emplace.workload.domain.workload.Coordinates;
import dev.emplace.workload.domain.workload.Facts;
import dev.emplace.workload.yaml.YamlManifests;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small catalog and a few sites in memory, which a test may change. */
final class World implements Prices, Capacity {
    static final AcceleratorFacts H100 = Kinds.H100;
    static final AcceleratorFacts L4 = Kinds.L4;
    static final Coordinates FRANKFURT = new Coordinates(50.11, 8.68);

    record Stub(String of) implements Original {}

    final List<Shop> shops = new ArrayList<>(Shop.all());
    final List<Prices.Request> requests = new ArrayList<>();
    final List<SiteConditions> conditions = new ArrayList<>();
    final List<Demand> demands = new ArrayList<>();
    /** Accelerators that have power at each of our sites. */
    final Map<String, Integer> fitting = new HashMap<>(Map.of("sites/hall", 10_000));

    /** From when on the machines of an offer are there, where it has dates. */
    final Map<String, Instant> begins = new HashMap<>();

    boolean shortOfMachines;
    boolean powerAway;
    int priceCalls;
    int powerCalls;

    Plan plan(Facts facts, Constraints constraints) {
        return plan(facts, Plans.constrained(constraints));
    }

    Plan plan(Facts facts) {
        return plan(facts, Constraints.NONE);
    }

    Plan plan(Facts facts, PlanRequest request) {
        return plan(reader().read(facts.known()), request);
    }

    Plan plan(Reading reading, PlanRequest request) {
        return new Planner(Policies.shipped(), this, this).plan(reading, request);
    }

    static WorkloadReader reader() {
        return new WorkloadReader(new Classifier(Policies.shipped()), new YamlManifests(ManifestLimits.DEFAULT));
    }

    Shop shop(String offer) {
        return shops.stream()
                .filter(shop -> shop.offer().equals(offer))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<AcceleratorFacts> accelerators() {
        return Kinds.ALL;
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
                    .filter(shop ->
                            request.purchases().isEmpty() || request.purchases().contains(shop.purchase()))
                    .filter(shop -> !request.limits().deniedProviders().contains(shop.provider()))
                    .forEach(shop -> quotes.add(quote(shop, request)));
        }
        return new Quotes(quotes, 41);
    }

    private Quote quote(Shop shop, Prices.Request request) {
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
                Optional.ofNullable(begins.get(shop.offer())),
                rework(shop, request, machines),
                hourly,
                hourly.multiply(hours),
                0.9,
                new Stub(shop.offer()));
    }

    /** Here, each interruption costs an hour. */
    private static Optional<BigDecimal> rework(Shop shop, Prices.Request request, int machines) {
        return request.interruptions()
                .filter(stated -> shop.purchase() == Purchase.SPOT)
                .map(stated -> stated.machineRatePerHour().multiply(BigDecimal.valueOf(machines)));
    }

    @Override
    public Answer assess(List<Demand> asked, Map<String, Long> minRevisions) {
        powerCalls++;
        if (powerAway) {
            throw new CapacityUnknownException("UNAVAILABLE");
        }
        demands.addAll(asked);
        List<Assessment> assessments = new ArrayList<>();
        for (Demand demand : asked) {
            shops.stream()
                    .filter(shop -> !shop.site().isEmpty() && shop.kind().name().equals(demand.accelerator()))
                    .forEach(shop -> assessments.add(assessment(shop.site(), demand)));
        }
        List<Site> sites = shops.stream()
                .map(Shop::site)
                .filter(site -> !site.isEmpty())
                .distinct()
                .map(site -> new Site(site, Optional.of(FRANKFURT), new BigDecimal("0.12"), 350, 7))
                .toList();
        return new Answer(assessments, sites);
    }

    private Assessment assessment(String site, Demand demand) {
        int most = fitting.getOrDefault(site, 0);
        boolean fits = demand.count() <= most;
        return new Assessment(
                site,
                demand.accelerator(),
                fits,
                "power of ups-a under ups-b failed",
                !fits && shortOfMachines,
                fits || shortOfMachines ? 0 : (demand.count() - most) * 1_000L,
                fits ? 50_000 : 0,
                most,
                demand.count() * 900L,
                new BigDecimal("1.28"),
                new Stub("assessment of " + site));
    }
}
