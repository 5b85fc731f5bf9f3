package dev.emplace.pricing.domain.imports;

import dev.emplace.pricing.domain.Samples;
import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.accelerators.AliasTable;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.offers.AbsenceReason;
import dev.emplace.pricing.domain.offers.Authority;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.PriceBasis;
import dev.emplace.pricing.domain.offers.PriceFlag;
import dev.emplace.pricing.domain.places.Partition;
import dev.emplace.pricing.domain.places.Provider;
import dev.emplace.pricing.domain.places.ProviderKind;
import dev.emplace.pricing.domain.places.Region;
import dev.emplace.pricing.domain.providers.ListedProvider;
import dev.emplace.pricing.domain.providers.ProviderProfile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A small catalog of two clouds, rows of imports, and what becomes of them. */
final class Judged {

    static final Feed FEED =
            new Feed("a-feed", Authority.AGGREGATOR, PriceBasis.LIST, "a list of prices", LocalDate.of(2026, 11, 1));
    static final Instant OBSERVED = Instant.parse("2026-11-01T12:00:00Z");
    static final Accelerator A100 = Samples.accelerator("nvidia-a100-sxm-80gb", 80);
    static final Accelerator A100_PCIE = Samples.accelerator("nvidia-a100-pcie-80gb", 80);
    static final Provider CLOUD = Samples.provider("cloud", ProviderKind.HYPERSCALER);
    static final Provider GLOBAL = Samples.provider("global", ProviderKind.GPU_CLOUD);

    static final Shapes SHAPES = new Shapes(aliases(), Map.of("cloud", cloud(true), "global", cloud(false)));
    static final Reference REFERENCE = new Reference(aliases(), providers());

    private Judged() {}

    static Offer published(ObservedRow row) {
        return published(row, List.of());
    }

    static Offer published(ObservedRow row, List<ObservedRow> others) {
        return ((Verdict.Publish) judge(row, others, List.of())).offer();
    }

    static Verdict.Quarantine quarantined(ObservedRow row) {
        return quarantined(row, List.of());
    }

    static Verdict.Quarantine quarantined(ObservedRow row, List<ObservedRow> others) {
        return quarantined(row, others, List.of());
    }

    static Verdict.Quarantine quarantined(ObservedRow row, List<ObservedRow> others, Collection<Offer> standing) {
        return (Verdict.Quarantine) judge(row, others, standing);
    }

    /** The verdict of a row that stands after others. */
    static Verdict judge(ObservedRow row, List<ObservedRow> others, Collection<Offer> standing) {
        var rows = new ArrayList<>(others);
        rows.add(row);
        return screen(rows, standing, Decisions.NONE).get(others.size());
    }

    static List<Verdict> all(List<ObservedRow> rows) {
        return screen(rows, List.of(), Decisions.NONE);
    }

    static List<Verdict> screen(List<ObservedRow> rows, Collection<Offer> standing, Decisions decisions) {
        var verdicts = new ArrayList<Verdict>();
        screening(rows, standing, decisions).forEach(verdicts::add);
        return verdicts;
    }

    static Screening screening(List<ObservedRow> rows, Collection<Offer> standing, Decisions decisions) {
        return new Screening(FEED, OBSERVED, rows, REFERENCE, SHAPES, new Standing(FEED.name(), standing), decisions);
    }

    static List<PriceFlag> flags(Offer offer) {
        return offer.source().reading().flags();
    }

    static ObservedRow row(String region, String machine, String price) {
        return new ObservedRow(
                1,
                "cloud",
                region,
                Optional.empty(),
                machine,
                CommercialModel.ON_DEMAND,
                Optional.empty(),
                Optional.of(price),
                "USD",
                false,
                Optional.empty(),
                Optional.empty());
    }

    static ObservedRow spot(String region, String price) {
        return new ObservedRow(
                1,
                "cloud",
                region,
                Optional.of(region + "a"),
                "gpu.1x",
                CommercialModel.SPOT,
                Optional.empty(),
                Optional.of(price),
                "USD",
                false,
                Optional.empty(),
                Optional.empty());
    }

    static ObservedRow priced(ObservedRow row, Optional<String> price) {
        return with(row, row.provider(), price, row.currency(), row.currencyStated(), row.machine());
    }

    static ObservedRow currency(ObservedRow row, String currency) {
        return with(row, row.provider(), row.price(), currency, true, row.machine());
    }

    static ObservedRow at(String provider, ObservedRow row) {
        return with(row, provider, row.price(), row.currency(), row.currencyStated(), row.machine());
    }

    static ObservedRow global(ObservedRow row) {
        return at("global", row);
    }

    static ObservedRow machine(ObservedRow row, String accelerator, String count, long mib) {
        return with(
                row,
                row.provider(),
                row.price(),
                row.currency(),
                row.currencyStated(),
                Optional.of(new StatedMachine(
                        Optional.of(accelerator),
                        Optional.of(new BigDecimal(count)),
                        OptionalLong.of(mib),
                        OptionalInt.empty(),
                        OptionalLong.empty())));
    }

    static ObservedRow with(
            ObservedRow row,
            String provider,
            Optional<String> price,
            String currency,
            boolean stated,
            Optional<StatedMachine> machine) {
        return new ObservedRow(
                row.line(),
                provider,
                row.region(),
                row.zone(),
                row.instanceType(),
                row.model(),
                row.term(),
                price,
                currency,
                stated,
                machine,
                row.from());
    }

    static Assortment cloud(boolean regional) {
        return new Assortment(
                Map.of(
                        "gpu.8x", Samples.instance("gpu.8x", Samples.H100, "8"),
                        "gpu.1x", Samples.instance("gpu.1x", Samples.H100, "1"),
                        "gpu.block", Samples.instance("gpu.block", Samples.H100, "1")),
                Optional.of(Pattern.compile("gpu.*")),
                regional,
                Map.of("gpu.block", AbsenceReason.CAPACITY_BLOCKS_ONLY));
    }

    static AliasTable aliases() {
        return AliasTable.of(Map.of(
                Samples.H100,
                List.of("H100"),
                A100,
                List.of("A100-80GB", "A100-80GB-SXM"),
                A100_PCIE,
                List.of("A100-80GB")));
    }

    static List<ListedProvider> providers() {
        return Stream.of(CLOUD, GLOBAL)
                .map(provider -> new ListedProvider(
                        provider,
                        Stream.of("r1", "r2", "r3", "r4", "r5", "cn-1")
                                .map(code -> region(provider, code))
                                .toList(),
                        ProviderProfile.UNKNOWN))
                .toList();
    }

    static Region region(Provider provider, String code) {
        return new Region(
                provider,
                code,
                code,
                Optional.of(code.startsWith("cn") ? "CN" : "US"),
                code.startsWith("cn") ? Partition.CHINA : Partition.COMMERCIAL,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }
}
