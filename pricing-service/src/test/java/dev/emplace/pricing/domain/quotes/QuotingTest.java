package dev.emplace.pricing.domain.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.pricing.domain.OfferWithoutPriceException;
import dev.emplace.pricing.domain.Samples;
import dev.emplace.pricing.domain.money.Money;
import dev.emplace.pricing.domain.offers.AbsenceReason;
import dev.emplace.pricing.domain.offers.CommercialModel;
import dev.emplace.pricing.domain.offers.Commitment;
import dev.emplace.pricing.domain.offers.Offer;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.offers.Term;
import dev.emplace.pricing.domain.places.EgressTariff;
import dev.emplace.pricing.domain.places.Provider;
import dev.emplace.pricing.domain.places.ProviderKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotingTest {

    private static final Duration MONTH = Duration.ofHours(730);
    private static final Quoting QUOTING = new Quoting(Sites.NONE);

    @Test
    void aFullMonthCostsThePriceTimesItsHours() {
        var quote = QUOTING.quote(Samples.onDemand(), usage(8, "1"));
        assertThat(quote.total()).isEqualTo(Money.usd("40179.2"));
        assertThat(quote.lines()).extracting(QuoteLine::kind).containsExactly(LineKind.COMPUTE);
        assertThat(quote.perUsefulAcceleratorHour()).isEqualTo(Money.usd("6.88"));
    }

    @Test
    void anAlwaysOnReplicaAtThirtyPercentPaysForItsIdleTime() {
        var quote = QUOTING.quote(Samples.onDemand(), usage(8, "0.3"));
        assertThat(amount(quote, LineKind.COMPUTE)).isEqualTo(Money.usd("12053.76"));
        assertThat(amount(quote, LineKind.IDLE)).isEqualTo(Money.usd("28125.44"));
        assertThat(quote.perUsefulAcceleratorHour()).isEqualTo(Money.usd("22.933333333"));
    }

    @Test
    void acceleratorsBeyondThoseNeededAreIdle() {
        var quote = QUOTING.quote(Samples.onDemand(), usage(10, "1"));
        assertThat(quote.machines()).isEqualTo(2);
        assertThat(quote.spareAccelerators()).isEqualByComparingTo("6");
        assertThat(amount(quote, LineKind.IDLE)).isEqualTo(Money.usd("30134.4"));
        assertThat(quote.total()).isEqualTo(Money.usd("80358.4"));
    }

    @Test
    void machinesAreNeverFewerThanAreSoldTogether() {
        var offer = Samples.onDemand();
        var four = Samples.rented(offer.id(), offer.region(), offer.instance(), CommercialModel.ON_DEMAND, 4, "55.04");
        assertThat(QUOTING.quote(four, usage(8, "1")).machines()).isEqualTo(4);
    }

    @ParameterizedTest(name = "{0} years at {1} costs {2} USD per useful GPU-hour")
    @CsvSource({"3, 0.9, 2.94", "5, 0.9, 2.19", "3, 0.7, 3.78", "5, 0.7, 2.81", "3, 0.3, 8.82", "5, 0.3, 6.56"})
    void anOwnedMachineCostsWhatTheWorkedExampleSays(int years, String utilization, BigDecimal expected) {
        var owned = Samples.owned();
        var offer = Samples.owned(owned.id(), owned.region(), owned.instance(), Samples.tariff(years));
        var quote = QUOTING.quote(offer, usage(8, utilization));
        assertThat(quote.perUsefulAcceleratorHour().amount().setScale(2, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(expected);
        assertThat(quote.lines())
                .extracting(QuoteLine::kind)
                .containsExactly(LineKind.CAPITAL, LineKind.RENT, LineKind.ENERGY, LineKind.OPERATIONS, LineKind.IDLE);
    }

    @Test
    void aSitesOwnDrawReplacesTheTariffs() {
        var known = new SiteConditions(
                "ashburn-colo",
                Optional.of(Samples.H100.id()),
                Optional.of(new BigDecimal("800")),
                Optional.of(new BigDecimal("1.2")),
                Optional.empty());
        var quote = new Quoting(Sites.of(List.of(known))).quote(Samples.owned(), usage(8, "1"));
        // 8 x 800 W x 1.2 x 0.08 USD/kWh x 730 h
        assertThat(amount(quote, LineKind.ENERGY)).isEqualTo(Money.usd("448.512"));
        assertThat(sourceOf(quote, "pue")).contains("site");
        assertThat(sourceOf(quote, "price_per_kilowatt_hour")).contains("tariff");
    }

    @Test
    void theConditionsOfAnotherSiteOrAcceleratorAreNotApplied() {
        var elsewhere = new SiteConditions(
                "munich-edge", Optional.empty(), Optional.of(BigDecimal.ONE), Optional.empty(), Optional.empty());
        var other = new SiteConditions(
                "ashburn-colo",
                Optional.of("nvidia-l4-24gb"),
                Optional.of(BigDecimal.ONE),
                Optional.empty(),
                Optional.empty());
        var quoting = new Quoting(Sites.of(List.of(elsewhere, other)));
        assertThat(quoting.quote(Samples.owned(), usage(8, "1")).total())
                .isEqualTo(QUOTING.quote(Samples.owned(), usage(8, "1")).total());
    }

    @Test
    void twoConditionsOfOneSiteAndAcceleratorAreRefused() {
        var condition = new SiteConditions(
                "ashburn-colo", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> Sites.of(List.of(condition, condition))).hasMessageContaining("given twice");
    }

    @Test
    void egressIsChargedByTiersForEachMonth() {
        var terabytes = new EgressVolume(60L << 40, 0);
        var twoMonths = new Usage(8, MONTH.multipliedBy(2), BigDecimal.ONE, terabytes);
        var quote = QUOTING.quote(withEgress(Optional.of(aws())), twoMonths);
        assertThat(amount(quote, LineKind.EGRESS)).isEqualTo(Money.usd("10240"));
    }

    @Test
    void egressOfAnUnknownTariffIsNamedAsNotIncluded() {
        var quote = QUOTING.quote(
                withEgress(Optional.empty()), new Usage(8, MONTH, BigDecimal.ONE, new EgressVolume(1, 0)));
        assertThat(quote.notIncluded()).hasSize(1).first().asString().startsWith("egress");
        assertThat(quote.lines()).extracting(QuoteLine::kind).doesNotContain(LineKind.EGRESS);
    }

    @Test
    void aShareOfTheUpfrontPaymentIsPaidByTheHour() {
        var quote = QUOTING.quote(bound(CommercialModel.RESERVED, Term.ofMonths(12), "12000"), usage(8, "1"));
        assertThat(amount(quote, LineKind.UPFRONT)).isEqualTo(Money.usd("1000"));
    }

    @Test
    void aQuoteShorterThanItsTermSaysWhatTheBuyerIsBoundTo() {
        var year = QUOTING.quote(bound(CommercialModel.RESERVED, Term.ofMonths(12), "12000"), usage(16, "1"));
        // Two machines: each 8,760 hours at 55.04 USD, and what is paid upfront.
        assertThat(year.committed()).contains(Money.usd("988300.8"));
        assertThat(year.total()).isEqualTo(Money.usd("82358.4"));
        var block = QUOTING.quote(bound(CommercialModel.CAPACITY_BLOCK, Term.ofDays(1), "0"), usage(8, "1"));
        assertThat(block.committed()).contains(Money.usd("1320.96"));
    }

    @Test
    void ownedMachinesBindForTheirLife() {
        var quote = QUOTING.quote(Samples.owned(), usage(8, "1"));
        var life = new Usage(8, Duration.ofDays(3 * 365), BigDecimal.ONE, EgressVolume.NONE);
        assertThat(quote.committed().orElseThrow().amount().setScale(2, RoundingMode.HALF_EVEN))
                .isEqualTo(QUOTING.quote(Samples.owned(), life).total().amount().setScale(2, RoundingMode.HALF_EVEN));
    }

    @Test
    void nothingBindsOnDemand() {
        assertThat(QUOTING.quote(Samples.onDemand(), usage(8, "1")).committed()).isEmpty();
    }

    @Test
    void anOfferWithoutAPriceIsNotQuoted() {
        var offer = Samples.onDemand();
        var absent = new Offer(
                offer.id(),
                offer.region(),
                Optional.empty(),
                offer.instance(),
                offer.model(),
                Optional.empty(),
                1,
                new Price.Absent(AbsenceReason.CAPACITY_BLOCKS_ONLY, ""),
                offer.basis(),
                offer.source(),
                Optional.empty());
        assertThatThrownBy(() -> QUOTING.quote(absent, usage(8, "1")))
                .isInstanceOf(OfferWithoutPriceException.class)
                .hasMessageContaining("CAPACITY_BLOCKS_ONLY");
    }

    @Test
    void linesAddUpToTheTotalWhateverTheHours() {
        for (int seconds = 1; seconds < 200; seconds += 7) {
            var usage = new Usage(
                    3, Duration.ofSeconds(seconds), new BigDecimal("0.333"), new EgressVolume(seconds * 999L, 17));
            for (var offer : List.of(withEgress(Optional.of(aws())), Samples.owned())) {
                var quote = QUOTING.quote(offer, usage);
                var sum = quote.lines().stream()
                        .map(line -> line.amount().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(quote.total().amount()).isEqualByComparingTo(sum);
            }
        }
    }

    @Test
    void everyNameInAFormulaIsAnInput() {
        var usage = new Usage(10, MONTH, new BigDecimal("0.5"), new EgressVolume(5L << 40, 0));
        for (var offer : List.of(withEgress(Optional.of(aws())), Samples.owned())) {
            for (var line : QUOTING.quote(offer, usage).lines()) {
                var names = line.inputs().stream().map(Input::name).toList();
                for (var word : line.formula().split("[^a-z_]+", -1)) {
                    assertThat(word.isEmpty() || word.equals("tiers") || names.contains(word))
                            .as("%s in %s", word, line.formula())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aUtilizationOfZeroIsRefused() {
        assertThatThrownBy(() -> usage(8, "0")).hasMessageContaining("utilization is 0");
    }

    private static Usage usage(int accelerators, String utilization) {
        return new Usage(accelerators, MONTH, new BigDecimal(utilization), EgressVolume.NONE);
    }

    private static Offer bound(CommercialModel model, Term term, String upfront) {
        var offer = Samples.onDemand();
        return new Offer(
                offer.id(),
                offer.region(),
                Optional.empty(),
                offer.instance(),
                model,
                Optional.of(new Commitment(term, Money.usd(upfront))),
                1,
                offer.price(),
                offer.basis(),
                offer.source(),
                Optional.empty());
    }

    private static Money amount(Quote quote, LineKind kind) {
        return quote.lines().stream()
                .filter(line -> line.kind() == kind)
                .map(QuoteLine::amount)
                .findFirst()
                .orElseThrow();
    }

    private static String sourceOf(Quote quote, String input) {
        return quote.lines().stream()
                .flatMap(line -> line.inputs().stream())
                .filter(each -> each.name().equals(input))
                .map(Input::source)
                .findFirst()
                .orElseThrow();
    }

    private static Offer withEgress(Optional<EgressTariff> egress) {
        var offer = Samples.onDemand();
        var provider = new Provider("aws", "AWS", ProviderKind.HYPERSCALER, egress);
        return Samples.rented(
                offer.id(),
                Samples.region(provider, "us-east-1", "US", Optional.empty()),
                offer.instance(),
                CommercialModel.ON_DEMAND,
                1,
                "55.04");
    }

    private static EgressTariff aws() {
        return new EgressTariff(
                "USD",
                List.of(
                        new EgressTariff.Tier(Optional.of(new BigDecimal("10240")), new BigDecimal("0.09")),
                        new EgressTariff.Tier(Optional.of(new BigDecimal("51200")), new BigDecimal("0.085")),
                        new EgressTariff.Tier(Optional.empty(), new BigDecimal("0.07"))),
                "list");
    }
}
