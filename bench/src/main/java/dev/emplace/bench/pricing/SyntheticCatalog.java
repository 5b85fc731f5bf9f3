package dev.emplace.bench.pricing;

import static java.util.Comparator.comparing;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.accelerators.AcceleratorKind;
import dev.emplace.pricing.domain.accelerators.FormFactor;
import dev.emplace.pricing.domain.accelerators.Vendor;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Fabric;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Interconnect;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.offers.PriceBasis;
import dev.emplace.pricing.domain.offers.Source;
import dev.emplace.pricing.domain.places.Jurisdiction;
import dev.emplace.pricing.domain.places.Partition;
import dev.emplace.pricing.domain.places.Provider;
import dev.emplace.pricing.domain.places.ProviderKind;
import dev.emplace.pricing.domain.places.Region;
import dev.emplace.pricing.domain.search.MachineRequirement;
import dev.emplace.pricing.domain.search.PlaceRequirement;
import dev.emplace.pricing.domain.search.Requirement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Offers and requirements from a seed, in the proportions of a catalog of clouds: regions of three zones, machines of one
 * to eight accelerators, prices spread log-normally around each accelerator's. In places and of accelerators of its own (40
 * accelerators, 20 providers, 200 regions), or of those that a service knows.
 */
public final class SyntheticCatalog {

    private static final int ACCELERATORS = 40;
    private static final int PROVIDERS = 20;
    private static final int REGIONS = 200;
    private static final List<String> COUNTRIES = List.of("US", "US", "US", "DE", "FI", "NO", "JP", "IN", "GB", "BR");
    private static final List<String> COUNTS = List.of("1", "1", "2", "4", "8", "8");
    private static final List<Integer> NEEDED = List.of(0, 0, 1, 8, 8, 16, 64, 512);
    private static final List<Integer> MEMORIES = List.of(16, 24, 40, 48, 80, 80, 141, 192);
    private static final List<CommercialModel> MODELS =
            List.of(CommercialModel.ON_DEMAND, CommercialModel.SPOT, CommercialModel.SPOT);
    private static final Source LIST = new Source("a synthetic list", LocalDate.of(2026, 1, 1));

    private final Random random;
    private final List<Accelerator> accelerators;
    private final List<Region> regions;

    public SyntheticCatalog(long seed) {
        random = new Random(seed);
        accelerators =
                IntStream.range(0, ACCELERATORS).mapToObj(this::accelerator).toList();
        List<Provider> providers =
                IntStream.range(0, PROVIDERS).mapToObj(this::provider).toList();
        regions = IntStream.range(0, REGIONS)
                .mapToObj(number -> region(number, providers.get(number % PROVIDERS)))
                .toList();
    }

    public SyntheticCatalog(Reference reference, long seed) {
        random = new Random(seed);
        accelerators = List.copyOf(reference.accelerators().accelerators());
        regions = reference.regions().stream()
                .filter(region -> region.siteId().isEmpty())
                .sorted(comparing(Region::id))
                .toList();
    }

    public List<Offer> offers(int size) {
        List<Offer> offers = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            offers.add(offer(i));
        }
        return offers;
    }

    public List<Requirement> requirements(int size) {
        return IntStream.range(0, size).mapToObj(i -> requirement()).toList();
    }

    /** Of which no two are the same. */
    public List<Requirement> distinctRequirements(int size) {
        return Stream.generate(this::requirement).distinct().limit(size).toList();
    }

    private Requirement requirement() {
        MachineRequirement machine = new MachineRequirement(
                oneIn(8) ? Set.of() : Set.of(pick(accelerators).id()),
                oneIn(6) ? 80L << 30 : 0,
                oneIn(4) ? 8 : 0,
                oneIn(6));
        return new Requirement(
                machine,
                place(),
                pick(NEEDED),
                oneIn(2) ? Set.of() : Set.of(pick(MODELS)),
                Set.of(),
                oneIn(4) ? Optional.of(Money.usd("6")) : Optional.empty());
    }

    private PlaceRequirement place() {
        if (!oneIn(3)) {
            return PlaceRequirement.ANY;
        }
        return new PlaceRequirement(
                oneIn(3) ? Set.of(ProviderKind.HYPERSCALER) : Set.of(),
                Set.of(),
                oneIn(3) ? Set.of(pick(regions).provider().id()) : Set.of(),
                oneIn(2) ? Set.of(new Jurisdiction("EU")) : Set.of(),
                oneIn(3) ? Set.of(pick(regions).code()) : Set.of(),
                Set.of());
    }

    private Offer offer(int number) {
        Region region = pick(regions);
        int kind = random.nextInt(accelerators.size());
        BigDecimal count = new BigDecimal(pick(COUNTS));
        return new Offer(
                "offer-" + number,
                region,
                Optional.of(region.code() + "-" + random.nextInt(3)),
                instance(accelerators.get(kind), count),
                pick(MODELS),
                Optional.empty(),
                1,
                new Price.Hourly(Money.rounded("USD", count.multiply(pricePerAccelerator(kind)))),
                PriceBasis.LIST,
                LIST,
                Optional.empty());
    }

    private BigDecimal pricePerAccelerator(int kind) {
        return BigDecimal.valueOf((0.2 + kind * 0.3) * Math.exp(random.nextGaussian() * 0.5));
    }

    private Instance instance(Accelerator accelerator, BigDecimal count) {
        boolean large = count.intValue() == 8;
        return new Instance(
                accelerator.id() + "-x" + count,
                Optional.of(accelerator),
                count,
                OptionalInt.of(count.intValue() * 24),
                OptionalLong.of(count.longValue() << 37),
                OptionalLong.empty(),
                large ? Optional.of(new Interconnect(Fabric.INFINIBAND, OptionalInt.of(3200))) : Optional.empty());
    }

    private Accelerator accelerator(int number) {
        return new Accelerator(
                "accelerator-" + number,
                "Accelerator " + number,
                Vendor.NVIDIA,
                AcceleratorKind.GPU,
                FormFactor.SXM,
                (long) pick(MEMORIES) << 30,
                2_000_000_000_000L,
                OptionalLong.of(500_000_000_000_000L),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.of(500),
                "synthetic");
    }

    private Provider provider(int number) {
        ProviderKind kind = number < 4 ? ProviderKind.HYPERSCALER : ProviderKind.GPU_CLOUD;
        return new Provider("provider-" + number, "Provider " + number, kind, Optional.empty());
    }

    private Region region(int number, Provider provider) {
        return new Region(
                provider,
                "region-" + number,
                "Region " + number,
                Optional.of(pick(COUNTRIES)),
                number % 25 == 24 ? Partition.GOVERNMENT : Partition.COMMERCIAL,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
