package dev.emplace.pricing.domain;

import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.accelerators.AcceleratorKind;
import dev.emplace.pricing.domain.accelerators.FormFactor;
import dev.emplace.pricing.domain.accelerators.Vendor;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.offers.PriceBasis;
import dev.emplace.pricing.domain.offers.Source;
import dev.emplace.pricing.domain.ownership.Annuity;
import dev.emplace.pricing.domain.ownership.EnergyUse;
import dev.emplace.pricing.domain.ownership.OwnershipTariff;
import dev.emplace.pricing.domain.places.EgressTariff;
import dev.emplace.pricing.domain.places.Partition;
import dev.emplace.pricing.domain.places.Provider;
import dev.emplace.pricing.domain.places.ProviderKind;
import dev.emplace.pricing.domain.places.Region;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Small catalog parts that tests build on. */
public final class Samples {

    public static final Accelerator H100 = accelerator("nvidia-h100-sxm-80gb", 80);
    public static final Source LIST = new Source("a price list", LocalDate.of(2026, 7, 20));

    private Samples() {}

    public static Accelerator accelerator(String id, long gibibytes) {
        return accelerator(id, gibibytes, AcceleratorKind.GPU);
    }

    public static Accelerator accelerator(String id, long gibibytes, AcceleratorKind kind) {
        return new Accelerator(
                id,
                id,
                Vendor.NVIDIA,
                kind,
                FormFactor.SXM,
                gibibytes << 30,
                3_350_000_000_000L,
                OptionalLong.of(989_000_000_000_000L),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.of(700),
                "a data sheet");
    }

    public static Provider provider(String id, ProviderKind kind) {
        return new Provider(id, id, kind, Optional.of(free()));
    }

    public static EgressTariff free() {
        return new EgressTariff("USD", List.of(new EgressTariff.Tier(Optional.empty(), BigDecimal.ZERO)), "no charge");
    }

    public static Region region(Provider provider, String code, String country, Optional<String> site) {
        return new Region(
                provider,
                code,
                code,
                Optional.of(country),
                Partition.COMMERCIAL,
                Optional.empty(),
                Optional.empty(),
                false,
                site);
    }

    public static Instance instance(String name, Accelerator accelerator, String count) {
        return new Instance(
                name,
                Optional.of(accelerator),
                new BigDecimal(count),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    /** Eight accelerators on demand for 55.04 USD an hour, in Virginia. */
    public static Offer onDemand() {
        return rented(
                "aws.us-east-1.p5-48xlarge.on-demand",
                region(provider("aws", ProviderKind.HYPERSCALER), "us-east-1", "US", Optional.empty()),
                instance("p5.48xlarge", H100, "8"),
                CommercialModel.ON_DEMAND,
                1,
                "55.04");
    }

    public static Offer rented(
            String id, Region region, Instance instance, CommercialModel model, int minimum, String perHour) {
        return new Offer(
                id,
                region,
                Optional.empty(),
                instance,
                model,
                Optional.empty(),
                minimum,
                new Price.Hourly(Money.usd(perHour)),
                PriceBasis.LIST,
                LIST,
                Optional.empty());
    }

    public static Offer owned(String id, Region region, Instance instance, OwnershipTariff tariff) {
        return new Offer(
                id,
                region,
                Optional.empty(),
                instance,
                CommercialModel.OWNED,
                Optional.empty(),
                1,
                new Price.Hourly(
                        Money.rounded("USD", tariff.hourly(Optional.empty()).total())),
                PriceBasis.COMPUTED,
                LIST,
                Optional.of(tariff));
    }

    /** The first worked example of the design: a node of eight, over so many years. */
    public static OwnershipTariff tariff(int years) {
        return new OwnershipTariff(
                "USD",
                new Annuity(new BigDecimal("344000"), BigDecimal.ZERO, new BigDecimal("0.1"), years),
                new BigDecimal("184"),
                10_200,
                false,
                new EnergyUse(new BigDecimal("8160"), new BigDecimal("1.3"), new BigDecimal("0.08")),
                new BigDecimal("0.05"));
    }

    /** Eight accelerators of ours at the site ashburn-colo, at the first worked example over three years. */
    public static Offer owned() {
        return owned(
                "digital-realty.ashburn-colo.hgx-h100.owned",
                region(
                        provider("digital-realty", ProviderKind.COLOCATION),
                        "ashburn-colo",
                        "US",
                        Optional.of("ashburn-colo")),
                instance("hgx-h100", H100, "8"),
                tariff(3));
    }
}
