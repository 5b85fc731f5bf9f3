package dev.emplace.pricing.domain.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.Samples;
import dev.emplace.pricing.domain.accelerators.Accelerator;
import dev.emplace.pricing.domain.accelerators.AliasTable;
import dev.emplace.pricing.domain.catalog.Reference;
import dev.emplace.pricing.domain.offers.AbsenceReason;
import dev.emplace.pricing.domain.offers.Authority;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.offers.PriceBasis;
import dev.emplace.pricing.domain.offers.PriceFlag;
import dev.emplace.pricing.domain.places.Partition;
import dev.emplace.pricing.domain.places.Provider;
import dev.emplace.pricing.domain.places.ProviderKind;
import dev.emplace.pricing.domain.places.Region;
import dev.emplace.pricing.domain.providers.ListedProvider;
import dev.emplace.pricing.domain.providers.ProviderProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {

    private static final Feed FEED =
            new Feed("a-feed", Authority.AGGREGATOR, PriceBasis.LIST, "a list of prices", LocalDate.of(2026, 11, 1));
    private static final Accelerator A100 = Samples.accelerator("nvidia-a100-sxm-80gb", 80);
    private static final Accelerator A100_PCIE = Samples.accelerator("nvidia-a100-pcie-80gb", 80);
    private static final Provider CLOUD = Samples.provider("cloud", ProviderKind.HYPERSCALER);
    private static final Provider GLOBAL = Samples.provider("global", ProviderKind.GPU_CLOUD);

    private static final Shapes SHAPES = new Shapes(aliases(), Map.of("cloud", cloud(true), "global", cloud(false)));
    private static final Reference REFERENCE = new Reference(aliases(), providers());

    @Test
    void aPlausiblePriceIsPublishedUnderTheNameOfItsSource() {
        var offer = published(row("r1", "gpu.8x", "80"));
        assertThat(offer.id()).isEqualTo("cloud.r1.gpu-8x.on-demand--a-feed");
        assertThat(offer.hourlyPrice().orElseThrow().amount()).isEqualByComparingTo("80");
        assertThat(offer.instance().acceleratorCount()).isEqualByComparingTo("8");
        assertThat(offer.source().reading().flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, ZERO_PRICE",
        "0.000000, ZERO_PRICE",
        "0.0000000004, ZERO_PRICE",
        "-1, UNREADABLE_PRICE",
        "call us, UNREADABLE_PRICE",
        "1e3, UNREADABLE_PRICE",
        "700, SENTINEL",
        "700.00, SENTINEL",
        "9999, SENTINEL"
    })
    void whatIsNoPriceIsQuarantined(String price, QuarantineReason reason) {
        assertThat(quarantined(row("r1", "gpu.8x", price)).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"699.99", "0.000000001", "0.005"})
    void whatOnlyLooksLikeItIsPublished(String price) {
        assertThat(published(row("r1", "cpu.large", price)).hourlyPrice()).isPresent();
    }

    @Test
    void anAcceleratorBelowATwentiethOfItsPeersIsQuarantined() {
        var peers = List.of(row("r1", "gpu.8x", "80"), row("r2", "gpu.8x", "80"), row("r3", "gpu.8x", "80"));
        assertThat(quarantined(row("r1", "gpu.1x", "0.49"), peers).reason()).isEqualTo(QuarantineReason.NEAR_ZERO);
        assertThat(published(row("r1", "gpu.1x", "0.50"), peers).instance().name())
                .isEqualTo("gpu.1x");
    }

    @Test
    void peersAreFoundInTheRestOfTheCatalogToo() {
        var catalog = IntStream.range(0, 3)
                .mapToObj(i -> Samples.rented(
                        "cloud.r1.other-" + i + ".on-demand",
                        region(CLOUD, "r1"),
                        Samples.instance("other", Samples.H100, "1"),
                        CommercialModel.ON_DEMAND,
                        1,
                        "10"))
                .toList();
        assertThat(quarantined(row("r1", "gpu.1x", "0.01"), List.of(), catalog).reason())
                .isEqualTo(QuarantineReason.NEAR_ZERO);
    }

    @Test
    void aMachineWithoutAcceleratorsMayCostLessThanACent() {
        var peers = List.of(row("r1", "cpu.large", "0.009"), row("r2", "cpu.large", "0.009"));
        assertThat(published(row("r3", "cpu.large", "0.008"), peers).instance().acceleratorCount())
                .isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"10.01, SPOT_ABOVE_ON_DEMAND", "1000, SPOT_ABOVE_ON_DEMAND"})
    void spotAboveOnDemandIsQuarantined(String price, QuarantineReason reason) {
        assertThat(quarantined(spot("r1", price), List.of(row("r1", "gpu.1x", "10")))
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void spotAtTheOnDemandPriceIsFlagged() {
        var onDemand = List.of(row("r1", "gpu.1x", "10.0"));
        assertThat(flags(published(spot("r1", "10"), onDemand))).containsExactly(PriceFlag.NO_DISCOUNT);
        assertThat(flags(published(spot("r1", "9.99"), onDemand))).isEmpty();
    }

    @Test
    void aBlankPriceIsPublishedAsAbsentWithItsReason() {
        assertThat(published(priced(row("r1", "gpu.block", "1"), Optional.empty()))
                        .price())
                .isInstanceOfSatisfying(
                        Price.Absent.class,
                        absent -> assertThat(absent.reason()).isEqualTo(AbsenceReason.CAPACITY_BLOCKS_ONLY));
        assertThat(published(priced(row("r1", "gpu.1x", "1"), Optional.empty())).price())
                .isInstanceOfSatisfying(
                        Price.Absent.class,
                        absent -> assertThat(absent.reason()).isEqualTo(AbsenceReason.UNKNOWN));
    }

    @Test
    void aPriceInChinaIsPublishedOnlyWhereTheSourceSaysThatItIsInDollars() {
        assertThat(quarantined(row("cn-1", "cpu.large", "1")).reason()).isEqualTo(QuarantineReason.CURRENCY);
        assertThat(published(currency(row("cn-1", "cpu.large", "1"), "USD"))
                        .region()
                        .partition())
                .isEqualTo(Partition.CHINA);
        assertThat(quarantined(currency(row("r1", "cpu.large", "1"), "CNY")).reason())
                .isEqualTo(QuarantineReason.CURRENCY);
    }

    @Test
    void pricesInAnotherCurrencyDoNotDecideWhatIsUsual() {
        var yuan = Stream.of("r1", "r2", "r3", "r4")
                .map(region -> currency(row(region, "gpu.1x", "1000"), "CNY"))
                .toList();
        assertThat(published(row("r5", "gpu.1x", "10"), yuan).hourlyPrice()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "80, true", "655360, true", "81920, false", "81559, false"})
    void aMisstatedMemoryIsRepairedAndFlagged(long mib, boolean flagged) {
        var offer = published(machine(row("r1", "gpu.8x", "80"), "H100", "8", mib));
        assertThat(offer.instance().accelerator()).contains(Samples.H100);
        assertThat(flags(offer).contains(PriceFlag.UNIT_REPAIRED)).isEqualTo(flagged);
    }

    @Test
    void aMachineThatTheCatalogDoesNotKnowIsReadFromTheNamesOfItsAccelerators() {
        var offer = published(machine(row("r1", "new.2x", "20"), "A100-80GB-SXM-160GB", "2", 81_920));
        assertThat(offer.instance().accelerator()).contains(A100);
        assertThat(offer.instance().acceleratorCount()).isEqualByComparingTo("2");
    }

    @ParameterizedTest
    @CsvSource({"B9000, UNKNOWN_ACCELERATOR", "A100-80GB, AMBIGUOUS_ACCELERATOR"})
    void aNameThatNobodyOrSeveralHaveIsQuarantined(String name, QuarantineReason reason) {
        assertThat(quarantined(machine(row("r1", "new.2x", "20"), name, "2", 81_920))
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void whatLooksAcceleratedAndIsUnknownIsQuarantined() {
        assertThat(quarantined(row("r1", "gpu.unheard", "20")).reason())
                .isEqualTo(QuarantineReason.UNKNOWN_ACCELERATOR);
    }

    @Test
    void aSourceThatContradictsTheCatalogIsQuarantined() {
        assertThat(quarantined(machine(row("r1", "gpu.8x", "80"), "A100-80GB-SXM", "8", 81_920))
                        .reason())
                .isEqualTo(QuarantineReason.ACCELERATOR_CONFLICT);
    }

    @ParameterizedTest
    @CsvSource({"40, true", "40.01, false", "2.5, true", "2.49, false"})
    void aJumpFromTheLastPriceIsQuarantinedAndTheOldPriceStands(String price, boolean plausible) {
        var before = published(row("r1", "cpu.large", "10"));
        var verdict = judge(row("r1", "cpu.large", price), List.of(), List.of(before));
        if (plausible) {
            assertThat(verdict).isInstanceOf(Verdict.Publish.class);
        } else {
            assertThat(verdict).isInstanceOfSatisfying(Verdict.Quarantine.class, quarantine -> {
                assertThat(quarantine.reason()).isEqualTo(QuarantineReason.JUMP);
                assertThat(quarantine.standing()).contains(before);
            });
        }
    }

    @Test
    void withoutALastPriceTheMedianOfAllRegionsCounts() {
        var others = List.of(row("r1", "cpu.large", "10"), row("r2", "cpu.large", "10"), row("r3", "cpu.large", "10"));
        assertThat(quarantined(row("r4", "cpu.large", "40.01"), others).reason())
                .isEqualTo(QuarantineReason.JUMP);
        assertThat(published(row("r4", "cpu.large", "40"), others).hourlyPrice())
                .isPresent();
    }

    @Test
    void spotMayJump() {
        var before = published(spot("r1", "1"));
        assertThat(judge(spot("r1", "9"), List.of(), List.of(before))).isInstanceOf(Verdict.Publish.class);
    }

    @Test
    void onePriceInFiveRegionsIsFlaggedWherePricesAreSaidToBeThoseOfARegion() {
        var four = Stream.of("r1", "r2", "r3")
                .map(region -> row(region, "cpu.large", "1"))
                .toList();
        assertThat(flags(published(row("r4", "cpu.large", "1"), four))).isEmpty();
        var five = new ArrayList<>(four);
        five.add(row("r5", "cpu.large", "1.0"));
        assertThat(flags(published(row("r4", "cpu.large", "1"), five))).containsExactly(PriceFlag.ONE_PRICE_EVERYWHERE);
        var global = five.stream().map(ScreeningTest::global).toList();
        assertThat(flags(published(global(row("r4", "cpu.large", "1")), global)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12.5, false", "12.51, true", "8, false", "7.99, true"})
    void aDisagreementOfMoreThanAQuarterIsFlaggedAndBothStand(String price, boolean flagged) {
        var other = Samples.rented(
                "cloud.r1.cpu-large.on-demand",
                region(CLOUD, "r1"),
                Samples.instance("cpu.large", Samples.H100, "1"),
                CommercialModel.ON_DEMAND,
                1,
                "10");
        var verdict = (Verdict.Publish) judge(row("r1", "cpu.large", price), List.of(), List.of(other));
        assertThat(flags(verdict.offer()).contains(PriceFlag.SOURCES_DISAGREE)).isEqualTo(flagged);
    }

    @Test
    void moreDecimalsThanAPriceHasAreRoundedAndKeptAsTheyWere() {
        var offer = published(row("r1", "cpu.large", "0.1000000005"));
        assertThat(offer.hourlyPrice().orElseThrow().amount()).isEqualByComparingTo("0.1");
        assertThat(offer.source().reading().statedPrice()).contains("0.1000000005");
        assertThat(flags(offer)).containsExactly(PriceFlag.ROUNDED);
    }

    @Test
    void theSameRowAgainChangesNothingAndAnotherPriceForItIsQuarantined() {
        var verdicts =
                all(List.of(row("r1", "cpu.large", "1"), row("r1", "cpu.large", "1"), row("r1", "cpu.large", "2")));
        assertThat(verdicts.get(1)).isInstanceOf(Verdict.Repeated.class);
        assertThat(verdicts.get(2))
                .isInstanceOfSatisfying(
                        Verdict.Quarantine.class,
                        quarantine -> assertThat(quarantine.reason()).isEqualTo(QuarantineReason.CONTRADICTION));
    }

    @ParameterizedTest
    @CsvSource({"nobody, r1, UNKNOWN_PROVIDER", "cloud, nowhere, UNKNOWN_REGION"})
    void whatTheCatalogDoesNotKnowIsQuarantined(String provider, String region, QuarantineReason reason) {
        assertThat(quarantined(at(provider, row(region, "cpu.large", "1"))).reason())
                .isEqualTo(reason);
    }

    @Test
    void aReleasedRowIsPublishedAndSaysSo() {
        var row = row("r1", "gpu.8x", "700");
        var fingerprint = quarantined(row).fingerprint();
        var verdict = screen(List.of(row), List.of(), new Decisions(Set.of(fingerprint), Set.of()))
                .get(0);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Publish.class,
                        publish -> assertThat(flags(publish.offer())).containsExactly(PriceFlag.RELEASED));
    }

    @Test
    void aReleasedZeroIsNoPriceEither() {
        var row = row("r1", "gpu.8x", "0");
        var fingerprint = quarantined(row).fingerprint();
        assertThat(screen(List.of(row), List.of(), new Decisions(Set.of(fingerprint), Set.of()))
                        .get(0))
                .isInstanceOf(Verdict.Quarantine.class);
    }

    @Test
    void aRejectedRowStaysOutAndWhatStoodBeforeStands() {
        var before = published(row("r1", "gpu.8x", "80"));
        var row = row("r1", "gpu.8x", "700");
        var fingerprint = quarantined(row).fingerprint();
        var verdict = screen(List.of(row), List.of(before), new Decisions(Set.of(), Set.of(fingerprint)))
                .get(0);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.standing()).contains(before));
    }

    private static Offer published(ObservedRow row) {
        return published(row, List.of());
    }

    private static Offer published(ObservedRow row, List<ObservedRow> others) {
        return ((Verdict.Publish) judge(row, others, List.of())).offer();
    }

    private static Verdict.Quarantine quarantined(ObservedRow row) {
        return quarantined(row, List.of());
    }

    private static Verdict.Quarantine quarantined(ObservedRow row, List<ObservedRow> others) {
        return quarantined(row, others, List.of());
    }

    private static Verdict.Quarantine quarantined(
            ObservedRow row, List<ObservedRow> others, Collection<Offer> standing) {
        return (Verdict.Quarantine) judge(row, others, standing);
    }

    /** The verdict of a row that stands after others. */
    private static Verdict judge(ObservedRow row, List<ObservedRow> others, Collection<Offer> standing) {
        var rows = new ArrayList<>(others);
        rows.add(row);
        return screen(rows, standing, Decisions.NONE).get(others.size());
    }

    private static List<Verdict> all(List<ObservedRow> rows) {
        return screen(rows, List.of(), Decisions.NONE);
    }

    private static List<Verdict> screen(List<ObservedRow> rows, Collection<Offer> standing, Decisions decisions) {
        var verdicts = new ArrayList<Verdict>();
        new Screening(FEED, rows, REFERENCE, SHAPES, new Standing(FEED.name(), standing), decisions)
                .forEach(verdicts::add);
        return verdicts;
    }

    private static List<PriceFlag> flags(Offer offer) {
        return offer.source().reading().flags();
    }

    private static ObservedRow row(String region, String machine, String price) {
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

    private static ObservedRow spot(String region, String price) {
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

    private static ObservedRow priced(ObservedRow row, Optional<String> price) {
        return with(row, row.provider(), price, row.currency(), row.currencyStated(), row.machine());
    }

    private static ObservedRow currency(ObservedRow row, String currency) {
        return with(row, row.provider(), row.price(), currency, true, row.machine());
    }

    private static ObservedRow at(String provider, ObservedRow row) {
        return with(row, provider, row.price(), row.currency(), row.currencyStated(), row.machine());
    }

    private static ObservedRow global(ObservedRow row) {
        return at("global", row);
    }

    private static ObservedRow machine(ObservedRow row, String accelerator, String count, long mib) {
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

    private static ObservedRow with(
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

    private static Assortment cloud(boolean regional) {
        return new Assortment(
                Map.of(
                        "gpu.8x", Samples.instance("gpu.8x", Samples.H100, "8"),
                        "gpu.1x", Samples.instance("gpu.1x", Samples.H100, "1"),
                        "gpu.block", Samples.instance("gpu.block", Samples.H100, "1")),
                Optional.of(Pattern.compile("gpu.*")),
                regional,
                Map.of("gpu.block", AbsenceReason.CAPACITY_BLOCKS_ONLY));
    }

    private static AliasTable aliases() {
        return AliasTable.of(Map.of(
                Samples.H100,
                List.of("H100"),
                A100,
                List.of("A100-80GB", "A100-80GB-SXM"),
                A100_PCIE,
                List.of("A100-80GB")));
    }

    private static List<ListedProvider> providers() {
        return Stream.of(CLOUD, GLOBAL)
                .map(provider -> new ListedProvider(
                        provider,
                        Stream.of("r1", "r2", "r3", "r4", "r5", "cn-1")
                                .map(code -> region(provider, code))
                                .toList(),
                        ProviderProfile.UNKNOWN))
                .toList();
    }

    private static Region region(Provider provider, String code) {
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
