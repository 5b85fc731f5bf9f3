package dev.emplace.pricing.domain;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.accelerators.AcceleratorKind;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.AbsenceReason;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Commitment;
import dev.emplace.pricing.domain.offers.Fabric;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Interconnect;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.offers.PriceBasis;
import dev.emplace.pricing.domain.offers.Window;
import dev.emplace.pricing.domain.places.EgressTariff;
import dev.emplace.pricing.domain.places.Jurisdiction;
import dev.emplace.pricing.domain.places.Partition;
import dev.emplace.pricing.domain.places.Provider;
import dev.emplace.pricing.domain.places.ProviderKind;
import dev.emplace.pricing.domain.places.Region;
import dev.emplace.pricing.domain.search.Dates;
import dev.emplace.pricing.domain.search.MachineRequirement;
import dev.emplace.pricing.domain.search.PlaceRequirement;
import dev.emplace.pricing.domain.search.Requirement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** Offers and requirements from a seed: few values for each field, so that they collide and tie often. */
public final class RandomCatalog {

    private static final int PROVIDERS = 9;
    private static final List<String> COUNTRIES = List.of("US", "DE", "FI", "NO", "JP", "CN");
    private static final List<String> COUNTS = List.of("0.125", "1", "2", "4", "8", "16");
    private static final List<CommercialModel> RENTED = List.of(
            CommercialModel.ON_DEMAND, CommercialModel.SPOT, CommercialModel.RESERVED, CommercialModel.SAVINGS_PLAN);

    private final Random random;
    private final List<Accelerator> accelerators = new ArrayList<>();
    private final List<Provider> providers = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();

    public RandomCatalog(long seed, int acceleratorModels, int regionCount) {
        random = new Random(seed);
        for (int i = 0; i < acceleratorModels; i++) {
            accelerators.add(Samples.accelerator(
                    "accelerator-" + i,
                    pick(List.of(16, 24, 80, 141)),
                    i == 0 ? AcceleratorKind.VIDEO : AcceleratorKind.GPU));
        }
        for (int i = 0; i < PROVIDERS; i++) {
            providers.add(new Provider("provider-" + i, "provider", pick(List.of(ProviderKind.values())), egress()));
        }
        for (int i = 0; i < regionCount; i++) {
            regions.add(region(i));
        }
    }

    public List<Offer> offers(int size) {
        var offers = new ArrayList<Offer>(size);
        for (int i = 0; i < size; i++) {
            offers.add(offer(i));
        }
        return offers;
    }

    /** Conditions drawn so that most requirements are met by some offers and missed by others. */
    public Requirement requirement() {
        var machine = new MachineRequirement(
                subset(accelerators.stream().map(Accelerator::id).toList(), 0.6),
                random.nextInt(4) == 0 ? 24L << 30 : 0,
                random.nextInt(4) == 0 ? 4 : 0,
                random.nextInt(4) == 0);
        return new Requirement(
                machine,
                place(),
                random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(40),
                subset(List.of(CommercialModel.values()), 0.5),
                random.nextInt(5) == 0 ? Set.of(Partition.COMMERCIAL, Partition.CHINA) : Set.of(),
                random.nextInt(3) == 0
                        ? Optional.of(Money.usd(String.valueOf(1 + random.nextInt(6))))
                        : Optional.empty(),
                random.nextInt(3) == 0 ? Dates.covering(window()) : random.nextBoolean() ? Dates.ANY : Dates.NONE);
    }

    /** Of few days, so that some cover others. */
    private Window window() {
        var start = random.nextInt(3);
        return new Window(day(start), day(start + 1 + random.nextInt(3)));
    }

    private static Instant day(int day) {
        return Instant.parse("2026-12-01T11:30:00Z").plus(Duration.ofDays(day));
    }

    private PlaceRequirement place() {
        if (random.nextInt(3) == 0) {
            return PlaceRequirement.ANY;
        }
        var providers = regions.stream()
                .map(region -> region.provider().id())
                .distinct()
                .toList();
        return new PlaceRequirement(
                subset(List.of(ProviderKind.values()), 0.3),
                subset(providers, 0.3),
                subset(providers, 0.3),
                subset(List.of(new Jurisdiction("EU"), new Jurisdiction("US"), new Jurisdiction("EEA")), 0.4),
                subset(regions.stream().map(Region::code).toList(), 0.2),
                subset(List.of("site-0", "site-1"), 0.3));
    }

    private Offer offer(int number) {
        var owned = random.nextInt(12) == 0;
        var region = pick(regions);
        var id = "offer-" + random.nextInt(1000) + "-" + number;
        if (owned) {
            return Samples.owned(id, region, instance(), Samples.tariff(1 + random.nextInt(5)));
        }
        var dates = random.nextInt(10) == 0 ? Optional.of(window()) : Optional.<Window>empty();
        return new Offer(
                id,
                region,
                Optional.empty(),
                instance(),
                dates.isPresent() ? CommercialModel.CAPACITY_BLOCK : pick(RENTED),
                dates.map(block -> new Commitment(block.term(), Money.usd("0"), dates)),
                random.nextInt(6) == 0 ? 4 : 1,
                random.nextInt(10) == 0 ? new Price.Absent(AbsenceReason.SOLD_OUT, "") : new Price.Hourly(price()),
                PriceBasis.LIST,
                Samples.LIST,
                Optional.empty());
    }

    /** In steps of a quarter, so that equal prices are common; now and then in another currency. */
    private Money price() {
        var amount = BigDecimal.valueOf(25L * (1 + random.nextInt(160)), 2);
        return new Money(random.nextInt(50) == 0 ? "EUR" : "USD", amount);
    }

    private Instance instance() {
        if (random.nextInt(20) == 0) {
            return new Instance(
                    "cpu",
                    Optional.empty(),
                    BigDecimal.ZERO,
                    OptionalInt.of(8),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Optional.empty());
        }
        return new Instance(
                "machine",
                Optional.of(pick(accelerators)),
                new BigDecimal(pick(COUNTS)),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                random.nextInt(2) == 0
                        ? Optional.of(new Interconnect(Fabric.INFINIBAND, OptionalInt.empty()))
                        : Optional.empty());
    }

    private Region region(int number) {
        var provider = pick(providers);
        var kind = provider.kind();
        var country = pick(COUNTRIES);
        var mobile = kind == ProviderKind.DEVICE;
        return new Region(
                provider,
                "region-" + number,
                "region",
                mobile ? Optional.empty() : Optional.of(country),
                country.equals("CN") ? Partition.CHINA : Partition.COMMERCIAL,
                Optional.empty(),
                Optional.empty(),
                mobile,
                kind == ProviderKind.COLOCATION ? Optional.of("site-" + number % 3) : Optional.empty());
    }

    private Optional<EgressTariff> egress() {
        var price = BigDecimal.valueOf(random.nextInt(10), 2);
        return random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(new EgressTariff("USD", List.of(new EgressTariff.Tier(Optional.empty(), price)), "list"));
    }

    private <T> Set<T> subset(List<T> all, double chance) {
        if (random.nextDouble() >= chance) {
            return Set.of();
        }
        var chosen = new HashSet<T>();
        int size = 1 + random.nextInt(Math.min(3, all.size()));
        for (int i = 0; i < size; i++) {
            chosen.add(pick(all));
        }
        return chosen;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
