package dev.emplace.pricing.domain.imports;

import static dev.emplace.pricing.domain.imports.Judged.A100;
import static dev.emplace.pricing.domain.imports.Judged.CLOUD;
import static dev.emplace.pricing.domain.imports.Judged.at;
import static dev.emplace.pricing.domain.imports.Judged.currency;
import static dev.emplace.pricing.domain.imports.Judged.flags;
import static dev.emplace.pricing.domain.imports.Judged.global;
import static dev.emplace.pricing.domain.imports.Judged.judge;
import static dev.emplace.pricing.domain.imports.Judged.machine;
import static dev.emplace.pricing.domain.imports.Judged.priced;
import static dev.emplace.pricing.domain.imports.Judged.published;
import static dev.emplace.pricing.domain.imports.Judged.quarantined;
import static dev.emplace.pricing.domain.imports.Judged.region;
import static dev.emplace.pricing.domain.imports.Judged.row;
import static dev.emplace.pricing.domain.imports.Judged.screen;
import static dev.emplace.pricing.domain.imports.Judged.spot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.pricing.domain.Samples;
import dev.emplace.pricing.domain.offers.AbsenceReason;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.offers.PriceFlag;
import dev.emplace.pricing.domain.places.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {

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
    void aFileThatIsInCentsThroughoutIsJudgedByTheCatalog() {
        var catalog = IntStream.range(1, 4).mapToObj(i -> sold("r" + i, "10")).toList();
        var cents = Stream.of("r1", "r2", "r3", "r4")
                .map(region -> row(region, "gpu.1x", "1000"))
                .toList();
        assertThat(screen(cents, catalog, Decisions.NONE))
                .allSatisfy(verdict -> assertThat(verdict)
                        .isInstanceOfSatisfying(
                                Verdict.Quarantine.class,
                                held -> assertThat(held.reason()).isEqualTo(QuarantineReason.JUMP)));
    }

    @Test
    void anAcceleratorAtMoreThanTwentyTimesItsPeersIsQuarantined() {
        var catalog = IntStream.range(1, 4).mapToObj(i -> sold("r" + i, "10")).toList();
        assertThat(quarantined(row("r4", "gpu.8x", "1600.01"), List.of(), catalog)
                        .reason())
                .isEqualTo(QuarantineReason.JUMP);
        assertThat(judge(row("r4", "gpu.8x", "1600"), List.of(), catalog)).isInstanceOf(Verdict.Publish.class);
    }

    @Test
    void spotIsComparedWithWhatTheCatalogKnowsOfOnDemand() {
        assertThat(quarantined(spot("r1", "10.01"), List.of(), List.of(sold("r1", "10")))
                        .reason())
                .isEqualTo(QuarantineReason.SPOT_ABOVE_ON_DEMAND);
        assertThat(judge(spot("r2", "10.01"), List.of(), List.of(sold("r1", "10"))))
                .isInstanceOf(Verdict.Publish.class);
    }

    /** By the catalog itself, on demand. */
    private static Offer sold(String region, String price) {
        return Samples.rented(
                "cloud." + region + ".gpu-1x.on-demand",
                region(CLOUD, region),
                Samples.instance("gpu.1x", Samples.H100, "1"),
                CommercialModel.ON_DEMAND,
                1,
                price);
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
        var global = five.stream().map(Judged::global).toList();
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

    @ParameterizedTest
    @CsvSource({"nobody, r1, UNKNOWN_PROVIDER", "cloud, nowhere, UNKNOWN_REGION"})
    void whatTheCatalogDoesNotKnowIsQuarantined(String provider, String region, QuarantineReason reason) {
        assertThat(quarantined(at(provider, row(region, "cpu.large", "1"))).reason())
                .isEqualTo(reason);
    }
}
